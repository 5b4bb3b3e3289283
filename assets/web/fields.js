// The fields of forms: what they would send, and what is wrong with one, said beside it.

// controls tells each name and value that a form would send for the controls
// below an element.
export function controls(element, tell) {
  for (const c of element.querySelectorAll('input, select, textarea')) {
    if (!c.name || c.disabled) continue;
    if (c.type === 'file') for (const f of c.files) tell(c.name, f);
    else if ((c.type !== 'checkbox' && c.type !== 'radio') || c.checked) tell(c.name, c.value);
  }
}

const shown = (root, name) => [...root.querySelectorAll('input, select, textarea')].filter((c) => c.name === name && c.type !== 'hidden');

// wrongIn reads what an answer says of its fields: name → what is wrong.
export function wrongIn(part) {
  const out = new Map();
  for (const c of part.querySelectorAll('[aria-invalid="true"]')) {
    const id = c.getAttribute('aria-describedby')?.split(' ').find((i) => i.startsWith('wrong-'));
    const text = id && part.querySelector(`[id="${CSS.escape(id)}"]`);
    if (text) out.set(c.name, text.textContent);
  }
  return out;
}

// markWrong says below root at each field what is wrong with it, and takes away what
// was said at the others.
export function markWrong(root, wrong, prefix = '') {
  for (const c of root.querySelectorAll('[aria-invalid]')) if (!wrong.has(c.name)) clear(c);
  for (const [name, text] of wrong) for (const c of shown(root, name)) mark(c, text, prefix);
}

function mark(control, text, prefix) {
  const box = control.closest('.setting, .entry') ?? control.parentElement.parentElement;
  const id = `wrong-${prefix}${control.name}`;
  let words = box.querySelector('.wrong-value');
  if (!words) {
    words = document.createElement('p');
    words.className = 'wrong-value';
    const help = box.querySelector(':scope > .help');
    if (help) help.before(words); else box.append(words);
  }
  words.id = id;
  if (words.textContent !== text) words.textContent = text;
  control.setAttribute('aria-invalid', 'true');
  const others = (control.getAttribute('aria-describedby') ?? '').split(' ').filter((i) => i && !i.startsWith('wrong-'));
  control.setAttribute('aria-describedby', [id, ...others].join(' '));
}

function clear(control) {
  control.removeAttribute('aria-invalid');
  const others = (control.getAttribute('aria-describedby') ?? '').split(' ').filter((i) => i && !i.startsWith('wrong-'));
  if (others.length > 0) control.setAttribute('aria-describedby', others.join(' '));
  else control.removeAttribute('aria-describedby');
  (control.closest('.setting, .entry') ?? control.parentElement.parentElement).querySelector('.wrong-value')?.remove();
}

// apart gives the names by which labels and descriptions find each other a prefix, so
// that they stay unique when several stories are on the page.
export function apart(part, prefix) {
  for (const e of part.querySelectorAll('[id]')) e.id = prefix + e.id;
  for (const e of part.querySelectorAll('[aria-describedby]')) {
    e.setAttribute('aria-describedby', e.getAttribute('aria-describedby').split(' ').map((i) => prefix + i).join(' '));
  }
}
