// All stories in one book.

import { ask, Refused } from './ask.js';
import { formats, work, zipName } from './book.js';
import { names } from './told.js';
import { Zip } from './zip.js';

const by = (id) => document.getElementById(id);

// anthology shows what an anthology needs to know, or hides it.
export function anthology(open) {
  by('anthology').hidden = !open;
  by('bind').setAttribute('aria-expanded', open);
}

// takeAnthology makes one of the stories that all gives, in each format that is wanted. As
// on the command line, none is made that would lack a story.
export function takeAnthology(all, shared) {
  by('bind').addEventListener('click', () => {
    anthology(by('anthology').hidden);
    if (!by('anthology').hidden) by('bind-title').focus();
  });
  by('make-anthology').addEventListener('click', () => {
    const stories = all();
    work(by('make-anthology'), `an anthology of ${stories.length} stories`, async (signal) => {
      const wrong = stories.filter((s) => s.state === 'wrong');
      if (wrong.length > 0) {
        throw new Refused(`The anthology is not made: it would lack ${names(wrong)}. Remove what it should not hold, and make it again.`);
      }
      for (const s of stories) await s.renew();
      const books = [];
      for (const format of formats()) {
        const fields = shared();
        fields.delete('also');
        fields.set('format', format);
        fields.append('bind', 'on');
        fields.append('bind-title', by('bind-title').value);
        stories.forEach((s, i) => s.fields(fields, `${i}.`));
        books.push(await ask('book', fields, { signal }));
      }
      if (books.length === 1) return books[0];
      const zip = new Zip();
      for (const { blob, name } of books) await zip.add('', name, blob);
      return { blob: zip.blob(), name: zipName(books[0].name) };
    });
  });
}
