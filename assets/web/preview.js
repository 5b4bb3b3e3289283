// A story's first pages, in a frame: a form is posted into it, so that the pages
// come with a policy of their own. Each preview has a new frame: a frame that is
// used again would leave a step for the Back button each time. The last good pages
// stay until the new ones are there.

const box = document.getElementById('preview');
const frames = document.getElementById('frames');
const open = document.getElementById('open');
const state = document.getElementById('preview-state');
let count = 0;
let shown = null; // what is shown: () => FormData

const isPDF = () => document.querySelector('[name="format"]:checked').value === 'pdf';

// Firefox's viewer opens the outline of a PDF, and WebKit's shows a toolbar wider than
// the frame; both obey the address.
const pages = () => (isPDF() ? 'preview#pagemode=none&navpanes=0&view=FitH' : 'preview');

// preview shows the first pages of what fields() says; nothing when it is null. With a
// reason why they cannot be made, the last good ones stay, and it is said.
export function preview(fields, title, reason = '') {
  box.hidden = !fields;
  if (!fields) {
    shown = null;
    frames.replaceChildren();
    return;
  }
  if (reason) {
    tell(`${reason} These are the pages as they were before.`);
    return;
  }
  shown = fields;
  const viewer = !isPDF() || navigator.pdfViewerEnabled !== false;
  open.hidden = !isPDF();
  frames.hidden = !viewer;
  if (!viewer) {
    tell('');
    frames.replaceChildren();
    return;
  }
  const frame = document.createElement('iframe');
  frame.name = `pages-${++count}`;
  frame.title = `First pages of ${title}`;
  frame.className = 'coming';
  if (!isPDF()) frame.setAttribute('sandbox', 'allow-same-origin'); // no scripts; the browser's PDF viewer works in no sandbox
  for (const older of frames.querySelectorAll('.coming')) older.remove();
  frames.append(frame);
  frames.setAttribute('aria-busy', 'true');
  tell('The pages are being set…');
  post(fields(), frame.name);
  const arrived = () => {
    if (place(frame) === 'about:blank' || !frame.isConnected || !frame.matches('.coming')) return; // what a new frame begins with
    frames.removeAttribute('aria-busy');
    const older = [...frames.children].filter((f) => f !== frame && !f.matches('.coming'));
    const refused = message(frame);
    if (refused && older.length > 0) {
      frame.remove();
      tell(`${refused} These are the pages as they were before.`);
      return;
    }
    tell('');
    if (older.length > 0) scrollLike(frame, older[0]);
    frame.className = '';
    for (const f of older) f.remove();
  };
  frame.addEventListener('load', arrived);
  if (isPDF()) { // WebKit does not say when its viewer is there
    const look = setInterval(() => {
      if (!frame.isConnected || !frame.matches('.coming')) clearInterval(look);
      else arrived();
    }, 500);
  }
}

function tell(text) {
  state.hidden = text === '';
  state.textContent = text;
}

// message is what a frame says in place of pages; "" when it shows pages.
function message(frame) {
  try {
    return frame.contentDocument?.getElementById('message')?.textContent ?? '';
  } catch {
    return '';
  }
}

// place is a frame's address, "" for the browser's PDF viewer, which does not say.
function place(frame) {
  try {
    return frame.contentWindow.location.href;
  } catch {
    return '';
  }
}

// scrollLike shows the new pages where the old ones were being read.
function scrollLike(frame, older) {
  try {
    frame.contentWindow.scrollTo(0, older.contentWindow.scrollY);
  } catch {
    // a PDF begins at its beginning
  }
}

open.addEventListener('click', () => { if (shown) post(shown(), '_blank'); });

// post sends fields as a form into a window.
function post(fields, target) {
  const form = document.createElement('form');
  form.method = 'post';
  form.action = pages();
  form.enctype = 'multipart/form-data';
  form.target = target;
  form.hidden = true;
  for (const [name, value] of fields) {
    const input = document.createElement('input');
    input.name = name;
    if (value instanceof File) {
      const files = new DataTransfer();
      files.items.add(value);
      input.type = 'file';
      input.files = files.files;
    } else {
      input.type = 'hidden';
      input.value = value;
    }
    form.append(input);
  }
  document.body.append(form);
  form.submit();
  form.remove();
}
