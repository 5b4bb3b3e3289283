// The page with scripts: stories are looked at as soon as they are given, and what
// was understood can be mended before the book is made.

import { forget, make } from './book.js';
import { takeDrops, takeFiles, takeFolder, takePastes } from './drop.js';
import { preview } from './preview.js';
import { say, warn } from './say.js';
import { controls, Story } from './story.js';

const by = (id) => document.getElementById(id);
const form = by('form');
const book = by('book');
const list = by('list');
const heading = by('stories-name');
const button = by('make');

let stories = [];
let chosen = null; // the story whose first pages are shown

const shared = () => {
  const fields = new FormData();
  controls(book, (name, value) => fields.append(name, value));
  return fields;
};

// give takes files onto the page. A file NAME.toml speaks for NAME.txt.
function give(files) {
  const stem = (name) => name.replace(/\.[^.]+$/, '');
  const sidecars = files.filter((f) => /\.toml$/i.test(f.name));
  const texts = files.filter((f) => !sidecars.includes(f));
  const room = Number(form.dataset.files) - stories.length;
  if (texts.length > room) {
    warn(`This form takes ${form.dataset.files} stories at once; the rest is left out.`);
    texts.length = Math.max(0, room);
  }
  const single = stories.length === 0 && texts.length === 1;
  for (const f of texts) add([f], sidecars.find((s) => stem(s.name) === stem(f.name)), single);
  if (texts.length > 1) say(`Reading ${texts.length} stories.`);
}

function add(files, sidecar, open) {
  const story = new Story(files, sidecar, { shared, changed });
  stories.push(story);
  list.append(story.card);
  story.details.name = 'stories'; // one is open at a time
  story.details.open = open;
  if (open) chosen = story;
  story.details.addEventListener('toggle', () => {
    if (story.details.open && chosen !== story) choose(story);
  });
  story.card.querySelector('.make-one').addEventListener('click', (e) => make(e.target, () => story.fields(shared()), story.title));
  story.card.querySelector('.remove').addEventListener('click', () => takeAway(story));
  arrange();
  story.look();
  return story;
}

function takeAway(story) {
  const at = stories.indexOf(story);
  stories.splice(at, 1);
  story.remove();
  if (chosen === story) choose(stories.find((s) => s.details.open) || null);
  arrange();
  say(`${story.title} is taken away.`);
  const next = stories[Math.min(at, stories.length - 1)];
  if (next) next.card.querySelector('summary').focus(); else by('files').focus();
}

// arrange lets the page fit the number of stories.
function arrange() {
  const some = stories.length > 0;
  const was = document.activeElement;
  form.classList.toggle('filled', some);
  by('stories').hidden = !some;
  by('paste').open = !some;
  by('join').hidden = stories.length < 2;
  heading.textContent = stories.length > 1 ? `Your ${stories.length} stories` : 'Your story';
  button.textContent = stories.length > 1 ? 'Make all, as one zip' : 'Make the book';
  list.classList.toggle('many', stories.length > 1);
  if (some && was && was !== document.body && !was.checkVisibility()) heading.focus();
  forget();
}

// choose shows a story's first pages.
function choose(story) {
  chosen = story;
  if (!story || story.state === 'wrong') preview(null);
  else if (story.state === 'understood') preview(() => story.fields(shared()), story.title);
}

function changed(story) {
  const waiting = stories.filter((s) => s.state === 'reading').length;
  const wrong = stories.filter((s) => s.state === 'wrong');
  if (story.state === 'wrong') warn(story.summary());
  else if (stories.length === 1) say(story.summary());
  else if (waiting === 0) say(`${stories.length} stories are read${wrong.length > 0 ? `; ${wrong.length} of them cannot be made into books` : ''}.`);
  button.hidden = stories.length > 0 && wrong.length === stories.length;
  if (story === chosen) choose(story);
}

// books are the fields for all stories of which a book can be made.
function books() {
  const fields = shared();
  const good = stories.filter((s) => s.state !== 'wrong');
  if (stories.length === 1) return good[0].fields(fields);
  fields.append('zip', 'on');
  good.forEach((s, i) => s.fields(fields, `${i}.`));
  return fields;
}

form.addEventListener('submit', (e) => {
  e.preventDefault();
  if (stories.length > 0) make(button, books, stories.length > 1 ? `${stories.length} books` : stories[0].title);
});

book.addEventListener('change', (e) => {
  forget();
  if (e.target.name === 'format') choose(chosen);
  else for (const s of stories) s.look();
});

by('join').addEventListener('click', () => {
  const all = stories;
  stories = [];
  for (const s of all) s.remove();
  const one = add(all.flatMap((s) => s.files), all[0].sidecar, true);
  one.card.querySelector('summary').focus();
});

const leftOut = (n, taken) => (taken === 0 ? warn : say)(taken === 0 ? 'There is no story in this folder: stories end in .txt.' : `${n} other files of the folder are left out.`);
takeDrops(give, leftOut);
takeFiles(by('files'), give);
takePastes(by('text'), by('use'), give);
by('use').hidden = false;
const folder = by('folder');
if ('webkitdirectory' in folder && !matchMedia('(pointer: coarse)').matches) {
  by('folder-label').hidden = false;
  takeFolder(folder, give, leftOut);
}
// On narrow screens pasting comes first, for the eye and for the keyboard.
const narrow = matchMedia('(max-width: 40rem)');
const inOrder = () => { if (narrow.matches) by('files').closest('.files').before(by('paste')); else by('files').closest('.files').after(by('paste')); };
narrow.addEventListener('change', inOrder);
inOrder();
