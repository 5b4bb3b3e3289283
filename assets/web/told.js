// What is told of all stories together, and the order in which they stand.

import { unwarn, warn } from './say.js';

// told says of all stories together what a person has to know.
export function told(stories) {
  const wrong = stories.filter((s) => s.state === 'wrong');
  if (wrong.length === 0) unwarn('wrong');
  else if (stories.length === 1) warn(wrong[0].summary(), 'wrong');
  else warn(`${names(wrong)} cannot be made into ${wrong.length === 1 ? 'a book' : 'books'}; ${wrong.length === 1 ? 'it stands' : 'they stand'} first, with the reason.`, 'wrong');
  document.getElementById('make').hidden = stories.length > 0 && wrong.length === stories.length;
  const first = new Map();
  const twice = [];
  for (const s of stories) {
    const text = s.state === 'understood' ? s.body.dataset.text : '';
    const same = text && first.get(text) ? first.get(text).name : '';
    if (text && !same) first.set(text, s);
    if (same) twice.push(s);
    if (same !== (s.same ?? '')) {
      s.same = same;
      s.show();
    }
  }
  if (twice.length === 0) unwarn('twice');
  else warn(`${names(twice)} ${twice.length === 1 ? 'holds' : 'hold'} the same text as another story; each becomes a book all the same, unless you remove it; an anthology holds it once.`, 'twice');
}

// names are those of the first few stories, and how many more there are.
export function names(of) {
  const shown = 3;
  return of.slice(0, shown).map((s) => s.name).join(', ') + (of.length > shown ? ` and ${of.length - shown} more` : '');
}

// order lets stories that make no book, and then those in doubt, stand first; not while
// somebody is at work in the list.
export function order(stories) {
  const list = document.getElementById('list');
  if (list.contains(document.activeElement)) return;
  const wanted = stories.map((s, i) => [s.rank, i, s.card]).sort((a, b) => a[0] - b[0] || a[1] - b[1]).map(([, , card]) => card);
  if (wanted.some((card, i) => list.children[i] !== card)) list.append(...wanted);
}
