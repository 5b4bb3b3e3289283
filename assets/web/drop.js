// Ways for stories to get onto the page: dropped, chosen, or pasted. Each ends in
// give(found), a list of { file, path, entry }: entry is where the file can be read
// again when it has changed, if the browser says.

import { leftOut } from './leftout.js';

// A folder may hold anything; these are its stories, and what speaks for them.
const stories = /\.(txt|text|asc)$/i;

export function takeDrops(give, giveCover) {
  let depth = 0; // dragenter and dragleave come for every element below
  const mark = (on) => document.body.classList.toggle('dragging', on);
  const holdsFiles = (e) => e.dataTransfer && [...e.dataTransfer.types].includes('Files');
  addEventListener('dragenter', (e) => { if (holdsFiles(e)) { depth++; mark(true); } });
  addEventListener('dragleave', () => { depth = Math.max(0, depth - 1); mark(depth > 0); });
  addEventListener('dragover', (e) => { if (holdsFiles(e)) e.preventDefault(); });
  addEventListener('drop', async (e) => {
    if (!holdsFiles(e)) return;
    e.preventDefault();
    depth = 0;
    mark(false);
    const files = [...e.dataTransfer.files];
    const entries = [...e.dataTransfer.items].filter((i) => i.kind === 'file').map((i) => i.webkitGetAsEntry?.() || null);
    if (!entries.some((entry) => entry?.isDirectory)) {
      if (files.length === 1 && isPicture(files[0]) && giveCover(files[0], e.target)) return;
      give(files.map((file, i) => ({ file, path: `/${file.name}`, entry: entries[i] })));
      return;
    }
    const found = [];
    for (const entry of entries.filter(Boolean)) await walk(entry, found, !entry.isDirectory);
    pick(found, give);
  });
}

export const isPicture = (file) => /^image\//.test(file.type) || /\.(jpe?g|png|gif|webp)$/i.test(file.name);

// walk lists the files below an entry; files that were dropped themselves count
// as wanted, whatever their names.
async function walk(entry, found, wanted) {
  if (entry.isFile) {
    try {
      const file = await read(entry);
      found.push({ file, path: entry.fullPath, entry, wanted });
    } catch { // it is there, but cannot be read
      found.push({ file: new File([], entry.name), path: entry.fullPath, wanted: false, unreadable: true });
    }
    return;
  }
  const reader = entry.createReader();
  for (;;) { // a reader gives a hundred entries at a time
    const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return;
    for (const e of some) await walk(e, found, false);
  }
}

export const read = (entry) => new Promise((resolve, reject) => entry.file(resolve, reject));

export function takeFolder(input, give) {
  whenChosen(input, () => pick([...input.files].map((file) => ({ file, path: `/${file.webkitRelativePath}`, wanted: false })), give));
}

// pick takes the stories out of a folder, in the order of their paths, with the
// sidecars beside them and the files that these name; of the rest it tells.
async function pick(found, give) {
  const order = new Intl.Collator(undefined, { numeric: true });
  found.sort((a, b) => order.compare(a.path, b.path));
  const hidden = ({ path }) => path.split('/').some((part) => part.startsWith('.'));
  const taken = found.filter((f) => f.wanted || (stories.test(f.file.name) && !hidden(f) && !f.unreadable));
  const stem = (path) => path.replace(/\.[^./]+$/, '');
  const stems = new Set(taken.map((f) => stem(f.path)));
  const sidecars = found.filter((f) => /\.toml$/i.test(f.path) && !taken.includes(f) && stems.has(stem(f.path)));
  const words = await Promise.all(sidecars.map((f) => f.file.text().catch(() => '')));
  const named = found.filter((f) => /\.(jpe?g|png|gif|webp|ttf|otf)$/i.test(f.path) && !taken.includes(f)
    && sidecars.some((s, i) => folder(s.path) === folder(f.path) && words[i].includes(f.file.name)));
  leftOut(found.filter((f) => !hidden(f) && !taken.includes(f) && !sidecars.includes(f) && !named.includes(f)), taken.length);
  if (taken.length > 0) give([...taken, ...sidecars, ...named]);
}

export const folder = (path) => path.slice(0, path.lastIndexOf('/') + 1);

export function takeFiles(input, give) {
  whenChosen(input, () => give([...input.files].map((file) => ({ file, path: `/${file.name}` }))));
}

// whenChosen takes what an input holds: now, if it was chosen while this script was
// still on its way or the browser kept it over a reload, and whenever it changes.
function whenChosen(input, take) {
  const taken = () => {
    if (input.files.length > 0) take();
    input.value = ''; // the same file may be chosen again
  };
  input.addEventListener('change', taken);
  taken();
}

// takePastes takes a text that is pasted anywhere but into a field.
export function takePastes(textarea, button, give) {
  let count = 0;
  const use = (text) => {
    if (text.trim() === '') return;
    const file = new File([text], 'story.txt', { type: 'text/plain' });
    give([{ file, path: `/pasted ${++count}/story.txt` }]);
  };
  button.addEventListener('click', () => {
    use(textarea.value);
    textarea.value = '';
  });
  addEventListener('paste', (e) => {
    if (e.target.closest?.('input, textarea, select')) return;
    if (e.clipboardData.files.length > 0) give([...e.clipboardData.files].map((file) => ({ file, path: `/${file.name}` })));
    else use(e.clipboardData.getData('text/plain'));
  });
}
