// All stories in one book.

import { ask } from './ask.js';
import { work } from './book.js';

const by = (id) => document.getElementById(id);

// anthology shows what an anthology needs to know, or hides it.
export function anthology(open) {
  by('anthology').hidden = !open;
  by('bind').setAttribute('aria-expanded', open);
}

// takeAnthology makes one of those that good gives.
export function takeAnthology(good, shared) {
  by('bind').addEventListener('click', () => {
    anthology(by('anthology').hidden);
    if (!by('anthology').hidden) by('bind-title').focus();
  });
  by('make-anthology').addEventListener('click', () => {
    const stories = good();
    if (stories.length === 0) return;
    work(by('make-anthology'), `an anthology of ${stories.length} stories`, async (signal) => {
      for (const s of stories) await s.renew();
      const fields = shared();
      fields.delete('also');
      fields.append('bind', 'on');
      fields.append('bind-title', by('bind-title').value);
      stories.forEach((s, i) => s.fields(fields, `${i}.`));
      return ask('book', fields, { signal });
    });
  });
}
