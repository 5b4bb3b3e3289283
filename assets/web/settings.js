// The settings of the book: remembered, counted, and put back.

import { keepSettings, recallSettings, usual } from './keep.js';
import { say } from './say.js';

// takeSettings tells changed which control has changed, "" for all. With stories there,
// settings that are opened come into sight, with the preview below.
export function takeSettings(book, changed, some) {
  const summary = book.querySelector('.settings > summary');
  const back = document.createElement('button');
  back.type = 'button';
  back.id = 'usual';
  back.textContent = 'All as usual';
  const count = (n) => {
    summary.textContent = n === 0 ? 'Settings' : `Settings (${n} changed)`;
    back.hidden = n === 0;
  };
  book.addEventListener('change', (e) => {
    count(keepSettings(book));
    changed(e.target.name);
  });
  back.addEventListener('click', () => {
    usual(book);
    count(keepSettings(book));
    say('All settings are as usual.');
    summary.focus();
    changed('');
  });
  book.querySelector('.settings-list').prepend(back);
  count(recallSettings(book));
  book.querySelector('.settings').addEventListener('toggle', (e) => {
    if (e.target.open && some()) book.scrollIntoView({ block: 'start' });
  });
}
