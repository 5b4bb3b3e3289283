// A story's first pages, in a frame: a form is posted into it, so that the pages
// come with a policy of their own. Each preview has a new frame: a frame that is
// used again would leave a step for the Back button each time.

const box = document.getElementById('preview');
const frames = document.getElementById('frames');
const open = document.getElementById('open');
let count = 0;
let shown = null; // what is shown: () => FormData

const isPDF = () => document.querySelector('[name="format"]:checked').value === 'pdf';

// preview shows the first pages of what fields() says; nothing when it is null.
export function preview(fields, title) {
  shown = fields;
  box.hidden = !fields;
  if (!fields) {
    frames.replaceChildren();
    return;
  }
  const viewer = !isPDF() || navigator.pdfViewerEnabled;
  open.hidden = viewer;
  frames.hidden = !viewer;
  if (!viewer) {
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
  post(fields(), frame.name);
  frame.addEventListener('load', () => {
    if (place(frame) === 'about:blank') return; // what a new frame begins with
    const older = [...frames.children].filter((f) => f !== frame && !f.matches('.coming'));
    if (older.length > 0) scrollLike(frame, older[0]);
    frame.className = '';
    for (const f of older) f.remove();
  });
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

open.addEventListener('click', () => post(shown(), '_blank'));

// post sends fields as a form into a window.
function post(fields, target) {
  const form = document.createElement('form');
  form.method = 'post';
  form.action = 'preview';
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
