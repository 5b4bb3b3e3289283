// What outlives a reload: what was mended stays in this tab, settings on this computer.
// Stories themselves are kept nowhere. Where a browser keeps nothing, nothing is lost
// but the convenience.

const mendedKey = 'storybind mended';
const settingsKey = 'storybind settings';

function load(store, key) {
  try {
    return JSON.parse(store().getItem(key)) ?? {};
  } catch {
    return {};
  }
}

function save(store, key, value) {
  try {
    if (Object.keys(value).length === 0) store().removeItem(key);
    else store().setItem(key, JSON.stringify(value));
  } catch { // it is full, or not allowed
  }
}

const session = () => sessionStorage;
const local = () => localStorage;

// mended is what was mended of stories before: path → fields.
export const mended = () => load(session, mendedKey);

export function keepMended(path, fields) {
  const all = mended();
  if (fields) all[path] = fields;
  else delete all[path];
  save(session, mendedKey, all);
}

// settings are the controls of settings below an element that can be remembered.
const settings = (book) => [...book.querySelectorAll('.settings-list :is(input, select, textarea), input[name="format"], input[name="also"]')].filter((c) => c.name && c.type !== 'file' && c.type !== 'hidden');
const isOn = (c) => c.type === 'checkbox' || c.type === 'radio';
const key = (c, all) => `${c.name} ${isOn(c) ? c.value : all.filter((o) => o.name === c.name && !isOn(o)).indexOf(c)}`;
const now = (c) => (isOn(c) ? c.checked : c.value);
const first = (c) => (isOn(c) ? c.defaultChecked : c.matches('select') ? [...c.options].find((o) => o.defaultSelected)?.value ?? c.options[0].value : c.defaultValue);

// keepSettings remembers the settings that are not as usual, and says how many.
export function keepSettings(book) {
  const all = settings(book);
  const out = {};
  for (const c of all) if (now(c) !== first(c)) out[key(c, all)] = now(c);
  save(local, settingsKey, out);
  return changed(book);
}

const changed = (book) => new Set(settings(book).filter((c) => c.closest('.settings-list') && now(c) !== first(c)).map((c) => c.name)).size;

// recallSettings sets what was remembered.
export function recallSettings(book) {
  const kept = load(local, settingsKey);
  const all = settings(book);
  for (const c of all) {
    const v = kept[key(c, all)];
    if (v === undefined) continue;
    if (isOn(c)) c.checked = v;
    else c.value = v;
  }
  return changed(book);
}

// usual sets every setting as usual.
export function usual(book) {
  for (const c of settings(book)) {
    if (!c.closest('.settings-list')) continue;
    if (isOn(c)) c.checked = first(c);
    else c.value = first(c);
  }
  for (const c of book.querySelectorAll('.settings-list input[type="file"]')) c.value = '';
}
