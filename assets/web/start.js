// The page with scripts: stories are looked at as soon as they are given, and what
// was understood can be mended before the book is made.

import { anthology, takeAnthology } from './anthology.js';
import { ask, Refused } from './ask.js';
import { busy, fieldsOf, forget, formats, make, save } from './book.js';
import { isPicture, takeDrops, takeFiles, takeFolder, takePastes } from './drop.js';
import { controls, markWrong } from './fields.js';
import { keepMended, mended } from './keep.js';
import { leave, offer } from './parts.js';
import { preview } from './preview.js';
import { takeSettings } from './settings.js';
import { say, warn } from './say.js';
import { Story } from './story.js';
import { order, told } from './told.js';

const by = (id) => document.getElementById(id);
const form = by('form');
const book = by('book');
const list = by('list');
const heading = by('stories-name');
const button = by('make');
const most = Number(form.dataset.stories);
const pageTitle = document.title;

let stories = [];
let chosen = null; // the story whose first pages are shown

const shared = () => {
  const fields = new FormData();
  controls(book, (name, value) => fields.append(name, value));
  return fields;
};

const stem = (path) => path.replace(/\.[^./]+$/, '');

// give takes files onto the page. A file NAME.toml speaks for NAME.txt beside it, and
// brings pictures and fonts along. A file that is here already is read again.
function give(found) {
  const sidecars = found.filter((f) => /\.toml$/i.test(f.file.name));
  const extras = found.filter((f) => f.wanted === false && (isPicture(f.file) || /\.(ttf|otf)$/i.test(f.file.name)));
  let texts = found.filter((f) => !sidecars.includes(f) && !extras.includes(f));
  const again = texts.filter((f) => stories.some((s) => s.sources.some((o) => o.path === f.path)));
  for (const f of again) replace(f);
  texts = texts.filter((f) => !again.includes(f));
  for (const s of sidecars.filter((c) => !texts.some((f) => stem(f.path) === stem(c.path)))) alone(s);
  const room = Math.max(0, most - stories.length);
  if (texts.length > room) {
    warn(`This page shows ${most} stories at once: ${texts.length - room} of ${texts.length} are left out, from ${texts[room].file.name} on. The program itself takes whole folders.`, 'too many');
    texts.length = room;
  }
  const single = stories.length === 0 && texts.length === 1;
  const beside = (f) => sidecars.find((s) => stem(s.path) === stem(f.path))?.file;
  const of = (f) => (beside(f) ? extras.filter((e) => e.path.startsWith(f.path.slice(0, f.path.lastIndexOf('/') + 1))).map((e) => e.file) : []);
  for (const f of texts) add([f], beside(f), single, of(f));
  if (texts.length > 1) say(`Reading ${texts.length} stories.`);
  if (texts.length > 0) arrange();
}

// replace reads a file again that is here already.
function replace(f) {
  const story = stories.find((s) => s.sources.some((o) => o.path === f.path));
  Object.assign(story.sources.find((o) => o.path === f.path), f);
  say(`${f.file.name} was here already, and is read again.`);
  story.look();
}

// alone is a sidecar that came without its story: the story may be here already.
function alone(f) {
  const story = stories.find((s) => stem(s.sources[0].path) === stem(f.path)) ?? stories.find((s) => stem(s.files[0].name) === stem(f.file.name));
  if (!story) {
    warn(`${f.file.name} speaks for a story called ${stem(f.file.name)}.txt, and there is none. Give both together.`, `alone ${f.path}`);
    return;
  }
  story.sidecar = f.file;
  say(`${f.file.name} speaks for ${story.name} now.`);
  story.look();
}

function add(sources, sidecar, open, extras = [], before = null) {
  const story = new Story(sources, sidecar, extras, { shared, changed, split });
  stories.splice(before === null ? stories.length : before, 0, story);
  list.append(story.card);
  story.details.name = 'stories'; // one is open at a time
  story.details.open = open;
  if (open) chosen = story;
  story.details.addEventListener('toggle', () => {
    if (story.details.open && chosen !== story) choose(story);
  });
  const press = (name, act) => story.card.querySelector(name).addEventListener('click', act);
  press('.make-one', (e) => make(e.target, [story], shared));
  press('.save-sidecar', () => saveSidecar(story));
  press('.apart', () => takeApart(story));
  press('.remove', () => takeAway(story));
  story.look();
  return story;
}

// split puts the stories of a mailbox in its place.
function split(box, ranges) {
  const at = stories.indexOf(box);
  if (at < 0) return;
  stories.splice(at, 1);
  box.remove();
  const { file, path } = box.sources[0];
  ranges.forEach(([from, to], i) => {
    const name = `${stem(file.name)} ${i + 1}.txt`;
    add([{ file: new File([file.slice(from, to)], name, { type: 'text/plain', lastModified: file.lastModified }), path: `${stem(path)}/${name}` }], null, false, [], at + i);
  });
  say(`${file.name} is a mailbox with ${ranges.length} stories.`);
  arrange();
}

async function saveSidecar(story) {
  try {
    const answer = await ask('sidecar', await fieldsOf(story, shared, formats()[0]));
    save(answer);
    const files = [story.cover, ...story.extras].filter(Boolean).map((f) => f.name);
    say(`Saved as ${answer.name}: beside ${story.files[0].name} it makes this book again.${files.length > 0 ? ` Put ${files.join(', ')} there too.` : ''}`);
  } catch (e) {
    if (e.field) markWrong(book, new Map([[e.field, e.message]]));
    warn(e.message, 'sidecar');
  }
}

function takeAway(story) {
  const at = stories.indexOf(story);
  stories.splice(at, 1);
  story.remove();
  keepMended(story.path, null);
  if (chosen === story) choose(stories.find((s) => s.details.open) || null);
  arrange();
  told(stories);
  say(`${story.title} is taken away.`);
  const next = stories[Math.min(at, stories.length - 1)];
  if (next) next.card.querySelector('summary').focus(); else by('files').focus();
}

// joined makes one story of several, in the order given.
function joined(parts) {
  const at = stories.indexOf(parts[0]);
  stories = stories.filter((s) => !parts.includes(s));
  for (const s of parts) s.remove();
  const one = add(parts.flatMap((s) => s.sources), parts[0].sidecar, true, parts[0].extras, Math.min(at, stories.length));
  one.were = parts;
  arrange();
  one.card.querySelector('summary').focus();
  say(`${one.files.length} parts are one story now.`);
}

// takeApart undoes joined.
function takeApart(story) {
  const at = stories.indexOf(story);
  stories.splice(at, 1);
  story.remove();
  if (story.were) leave(story.were);
  story.sources.forEach((s, i) => add([s], i === 0 ? story.sidecar : null, false, i === 0 ? story.extras : [], at + i));
  if (chosen === story) choose(null);
  arrange();
  say(`${story.sources.length} stories again.`);
  heading.focus();
}

// arrange lets the page fit the number of stories.
function arrange() {
  const some = stories.length > 0;
  const was = document.activeElement;
  form.classList.toggle('filled', some);
  for (const name of ['wide', 'at-work']) document.body.classList.toggle(name, some);
  by('stories').hidden = !some;
  by('paste').open = !some;
  by('join').hidden = stories.length < 2;
  by('bind').hidden = stories.length < 2;
  if (stories.length < 2) anthology(false);
  heading.textContent = stories.length > 1 ? `Your ${stories.length} stories` : 'Your story';
  relabel();
  list.classList.toggle('many', stories.length > 1);
  if (some && was && was !== document.body && !was.checkVisibility()) heading.focus();
  forget();
  entitle();
}

const total = () => stories.length * formats().length;
function relabel() {
  if (button.getAttribute('aria-disabled') === 'true') return;
  button.textContent = stories.length > 1 ? 'Make all, as one zip' : formats().length > 1 ? `Make ${total()} books, as one zip` : 'Make the book';
}

// entitle lets the window's title say which story is looked at.
function entitle() {
  const of = chosen ?? (stories.length === 1 ? stories[0] : null);
  const what = of ? of.title : stories.length > 1 ? `${stories.length} stories` : '';
  document.title = what ? `${what} – storybind` : pageTitle;
}

// choose shows a story's first pages.
function choose(story) {
  chosen = story;
  entitle();
  if (!story || story.state === 'wrong') preview(null);
  else if (story.state === 'understood') {
    preview(() => {
      const fields = story.fields(shared());
      fields.delete('also');
      return fields;
    }, story.title, story.wrong.size > 0 || story.own ? 'A value cannot be used; what is wrong stands beside it.' : '');
  }
}

function changed(story) {
  if (!stories.includes(story)) return;
  if (story.state === 'understood') markWrong(book, story.wrong);
  const waiting = stories.filter((s) => s.state === 'reading').length;
  if (stories.length === 1 && story.state !== 'wrong') say(story.summary());
  else if (waiting === 0) say(`${stories.length === 1 ? 'The story is' : `${stories.length} stories are`} read.`);
  if (waiting === 0) {
    told(stories);
    order(stories);
    offer(stories, joined);
  }
  if (story === chosen) choose(story);
}

form.addEventListener('submit', (e) => {
  e.preventDefault();
  if (e.submitter !== button) return; // Enter presses the form's first button, which looks
  const good = stories.filter((s) => s.state !== 'wrong');
  if (good.length > 0) make(button, good, shared, stories.filter((s) => s.state === 'wrong')).then(relabel);
});

// Enter in a field looks at once; only the button makes a book.
form.addEventListener('keydown', (e) => {
  if (e.key !== 'Enter' || !e.target.matches('input:not([type="file"], [type="submit"], [type="button"])')) return;
  e.preventDefault();
  e.target.dispatchEvent(new Event('change', { bubbles: true }));
  stories.find((s) => s.body.contains(e.target))?.look();
});

takeSettings(book, (name) => {
  forget();
  relabel();
  if (name === 'also') return;
  if (name === 'format') choose(chosen);
  else for (const s of stories) s.look();
}, () => stories.length > 0);

takeAnthology(() => stories, shared);
by('join').addEventListener('click', () => joined(stories));

// A file that was edited elsewhere is read again when the person comes back.
addEventListener('focus', async () => {
  for (const s of [...stories]) {
    if (s.state === 'reading') continue;
    try {
      if (await s.renew()) {
        say(`${s.name} has changed, and is read again.`);
        s.look();
      }
    } catch (e) {
      if (!(e instanceof Refused)) throw e;
      if (s.message !== e.message) s.look(); // which says so on the card
    }
  }
});

addEventListener('beforeunload', (e) => {
  if (busy() || stories.some((s) => !s.made)) e.preventDefault();
});
if (Object.keys(mended()).length > 0) say('What you mended before the reload is kept: give the stories again, and it comes back.');

// giveCover takes a picture that was dropped on a story or on its pages.
function giveCover(file, target) {
  const on = stories.find((s) => s.card.contains(target)) ?? (book.contains(target) || stories.length === 1 ? chosen ?? (stories.length === 1 ? stories[0] : null) : null);
  if (!on) return false;
  on.setCover(file);
  say(`${file.name} is the cover of ${on.title}.`);
  return true;
}

takeDrops(give, giveCover);
takeFiles(by('files'), give);
takePastes(by('text'), by('use'), give);
by('use').hidden = false;
const folder = by('folder');
if ('webkitdirectory' in folder && !matchMedia('(pointer: coarse)').matches) {
  by('folder-label').hidden = false;
  takeFolder(folder, give);
}
// On narrow screens pasting comes first, for the eye and for the keyboard.
const narrow = matchMedia('(max-width: 40rem)');
const inOrder = () => { if (narrow.matches) by('files').closest('.files').before(by('paste')); else by('files').closest('.files').after(by('paste')); };
narrow.addEventListener('change', inOrder);
inOrder();
