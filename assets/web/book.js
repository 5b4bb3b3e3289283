// Making books and handing them over.

import { ask } from './ask.js';
import { say, warn } from './say.js';

const made = document.getElementById('made');

// make asks for a book, or for a zip of several, and saves it. The button tells
// that it is at work, and keeps the focus.
export async function make(button, fields, what) {
  if (button.getAttribute('aria-disabled') === 'true') return;
  const words = button.textContent;
  button.setAttribute('aria-disabled', 'true');
  button.textContent = 'Making…';
  say(`Making ${what}.`);
  try {
    const answer = await ask('book', fields());
    save(answer);
    tell(`Saved as ${answer.name}.`);
    say(`${answer.name} is made.`);
  } catch (e) {
    tell(e.message);
    warn(e.message);
  } finally {
    button.removeAttribute('aria-disabled');
    button.textContent = words;
  }
}

function tell(text) {
  made.hidden = false;
  made.textContent = text;
}

export function forget() {
  made.hidden = true;
}

function save({ blob, name }) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
