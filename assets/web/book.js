// Making books and handing them over.

import { ask, atOnce, Refused } from './ask.js';
import { markWrong } from './fields.js';
import { say, unwarn, warn } from './say.js';
import { Zip } from './zip.js';

const made = document.getElementById('made');
const book = document.getElementById('book');
const bar = document.getElementById('progress');
const cancel = document.getElementById('cancel');

export const formats = () => {
  const chosen = book.querySelector('[name="format"]:checked').value;
  return [chosen, ...[...book.querySelectorAll('[name="also"]:checked')].map((c) => c.value).filter((v) => v !== chosen)];
};

// make makes the books of stories and saves them: one book as it is, several as a zip,
// in which a text names those that made no book, the wrong ones among them. shared gives
// the fields of all. The button tells that it is at work, and keeps the focus.
export async function make(button, stories, shared, wrong = []) {
  const total = stories.length * formats().length;
  const one = stories.length === 1 && wrong.length === 0;
  const what = total === 1 ? stories[0].title : `${total} books`;
  await work(button, what, async (signal) => {
    if (one && total === 1) {
      return ask('book', await fieldsOf(stories[0], shared, formats()[0]), { signal });
    }
    bar.hidden = false;
    bar.value = 0;
    let done = 0;
    const turn = atOnce(2);
    const failed = wrong.map((s) => `${s.name}: ${s.message}`);
    const books = await Promise.all(stories.map((story) => turn(async () => {
      const out = [];
      try {
        for (const format of formats()) {
          out.push(await ask('book', await fieldsOf(story, shared, format), { signal }));
          bar.value = ++done / total;
          if (!signal.aborted) button.textContent = `Making… ${done} of ${total}`;
        }
        story.made = true;
      } catch (e) {
        if (e.name === 'AbortError' || e.field) throw e;
        done += formats().length - out.length;
        failed.push(`${story.name}: ${e.message}`);
      }
      return out;
    })));
    const of = stories.length + wrong.length;
    if (failed.length === of) throw new Refused(failed.join('\n'));
    const zip = new Zip();
    const top = one ? '' : common(stories.map((s) => s.folder));
    for (const [i, answers] of books.entries()) {
      for (const { blob, name } of answers) await zip.add(stories[i].folder.slice(top.length).replace(/^\/|pasted \d+\//g, ''), name, blob);
    }
    if (failed.length > 0) {
      warn(`Of ${of} stories ${failed.length} made no book: the zip says which, in “not made.txt”.`, 'not made');
      await zip.add('', 'not made.txt', new Blob([`Of ${of} stories ${failed.length} made no book:\r\n\r\n${failed.join('\r\n')}\r\n`]));
    }
    return { blob: zip.blob(), name: one ? zipName(books[0][0].name) : 'books.zip' };
  });
  if (one) stories[0].made = true;
}

// zipName is what a zip of one book in several formats is called.
export const zipName = (name) => `${name.replace(/(\.kepub)?\.[^.]+$/, '')}.zip`;

// work does what takes a while: asks for what is to be saved, can be cancelled, and
// says what became of it.
export async function work(button, what, ask) {
  if (button.getAttribute('aria-disabled') === 'true') return;
  const words = button.textContent;
  const stop = new AbortController();
  const end = () => stop.abort();
  button.setAttribute('aria-disabled', 'true');
  button.textContent = 'Making…';
  cancel.hidden = false;
  cancel.addEventListener('click', end);
  under++;
  unwarn('make');
  unwarn('not made');
  say(`Making ${what}.`);
  try {
    const answer = await ask(stop.signal);
    save(answer);
    tell(`Saved as ${answer.name}.`);
    say(`${answer.name} is made.`);
  } catch (e) {
    if (e.name === 'AbortError') {
      tell('Cancelled: nothing was saved.');
      say('Cancelled.');
    } else {
      tell(e.message, true);
      if (e.field) markWrong(book, new Map([[e.field, e.message]]));
      warn(e.message, 'make');
    }
  } finally {
    under--;
    cancel.removeEventListener('click', end);
    if (cancel.contains(document.activeElement)) button.focus();
    cancel.hidden = true;
    bar.hidden = true;
    button.removeAttribute('aria-disabled');
    button.textContent = words;
  }
}

let under = 0;

// busy reports whether a book is under way, which a reload would lose.
export const busy = () => under > 0;

// fieldsOf are a story's fields for a book in one format, with its files as they are now.
export async function fieldsOf(story, shared, format) {
  await story.renew();
  const form = story.fields(shared());
  form.delete('also');
  form.set('format', format);
  return form;
}

// common is the folder that all paths share.
function common(folders) {
  let top = folders[0];
  for (const f of folders) {
    while (!f.startsWith(top)) top = top.slice(0, top.slice(0, -1).lastIndexOf('/') + 1);
  }
  return top;
}

function tell(text, wrong = false) {
  made.hidden = false;
  made.classList.toggle('wrong', wrong);
  made.textContent = text;
}

export function forget() {
  made.hidden = true;
  unwarn('make');
}

export function save({ blob, name }) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
