// Ways for stories to get onto the page: dropped, chosen, or pasted. Each ends in
// give(files), files being a list of File.

// A folder may hold anything; these are its stories, and what speaks for them.
const stories = /\.(txt|text|asc|toml)$/i;

export function takeDrops(give, leftOut) {
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
    const entries = [...e.dataTransfer.items].map((i) => i.webkitGetAsEntry?.()).filter(Boolean);
    if (!entries.some((entry) => entry.isDirectory)) {
      give([...e.dataTransfer.files]);
      return;
    }
    const found = [];
    for (const entry of entries) await walk(entry, found, !entry.isDirectory);
    pick(found, give, leftOut);
  });
}

// walk lists the files below an entry; files that were dropped themselves count
// as wanted, whatever their names.
async function walk(entry, found, wanted) {
  if (entry.isFile) {
    const file = await new Promise((resolve, reject) => entry.file(resolve, reject));
    found.push({ file, path: entry.fullPath, wanted });
    return;
  }
  const reader = entry.createReader();
  for (;;) { // a reader gives a hundred entries at a time
    const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return;
    for (const e of some) await walk(e, found, false);
  }
}

export function takeFolder(input, give, leftOut) {
  input.addEventListener('change', () => {
    pick([...input.files].map((file) => ({ file, path: '/' + file.webkitRelativePath, wanted: false })), give, leftOut);
    input.value = '';
  });
}

// pick takes the stories out of a folder, in the order of their paths.
function pick(found, give, leftOut) {
  const order = new Intl.Collator(undefined, { numeric: true });
  found.sort((a, b) => order.compare(a.path, b.path));
  const hidden = ({ path }) => path.split('/').some((part) => part.startsWith('.'));
  const taken = found.filter((f) => f.wanted || (stories.test(f.file.name) && !hidden(f)));
  if (taken.length > 0) give(taken.map((f) => f.file));
  if (taken.length < found.length) leftOut(found.length - taken.length, taken.length);
}

export function takeFiles(input, give) {
  input.addEventListener('change', () => {
    if (input.files.length > 0) give([...input.files]);
    input.value = ''; // the same file may be chosen again
  });
}

// takePastes takes a text that is pasted anywhere but into a field.
export function takePastes(textarea, button, give) {
  const use = (text) => { if (text.trim() !== '') give([new File([text], 'story.txt', { type: 'text/plain' })]); };
  button.addEventListener('click', () => {
    use(textarea.value);
    textarea.value = '';
  });
  addEventListener('paste', (e) => {
    if (e.target.closest?.('input, textarea, select')) return;
    if (e.clipboardData.files.length > 0) give([...e.clipboardData.files]);
    else use(e.clipboardData.getData('text/plain'));
  });
}
