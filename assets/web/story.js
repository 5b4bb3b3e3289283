// One story on the page: its files, its card, and what was understood of it.

import { ask, atOnce, Refused } from './ask.js';

const turn = atOnce(2); // looking at many stories must not keep the server from making a book
const patience = 500; // milliseconds without a key pressed

export class Story {
  // shared gives the fields that hold for all stories; changed is called when
  // there is something new to show of this one.
  constructor(files, sidecar, { shared, changed }) {
    this.files = files;
    this.sidecar = sidecar;
    this.shared = shared;
    this.changed = changed;
    this.state = 'reading'; // then 'understood' or 'wrong'
    this.edited = false;
    this.title = files[0].name;
    this.card = document.getElementById('card').content.firstElementChild.cloneNode(true);
    this.details = this.card.querySelector('details');
    this.body = this.card.querySelector('.understood');
    this.show();
    this.body.addEventListener('input', (e) => this.edit(e.target.matches('input[type="text"], textarea') ? patience : 0));
    this.card.querySelector('.again').addEventListener('click', () => this.look());
  }

  get name() { return this.files.map((f) => f.name).join(' + '); }

  // fields are the form's fields for this story, its files among them. prefix
  // parts stories in one form.
  fields(form, prefix = '') {
    for (const f of this.files) form.append(`${prefix}story`, f, f.name);
    if (this.sidecar) form.append(`${prefix}sidecar`, this.sidecar, this.sidecar.name);
    if (this.files.length > 1) form.append(`${prefix}join`, 'on');
    if (!this.edited) return form;
    controls(this.body, (name, value) => form.append(prefix + name, value));
    return form;
  }

  edit(delay) {
    this.edited = true;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.look(), delay);
  }

  // look asks what is understood of the story, as it is edited now.
  async look() {
    clearTimeout(this.timer);
    this.asked?.abort();
    const asked = this.asked = new AbortController();
    const limit = Number(document.getElementById('form').dataset.megabytes);
    try {
      if (this.files.reduce((sum, f) => sum + f.size, 0) > limit * 2 ** 20) {
        throw new Refused(`${this.name} has more than the ${limit} MB that this form takes. Make the book with the program itself.`);
      }
      this.reading(true);
      const answer = await turn(() => {
        asked.signal.throwIfAborted();
        const form = this.fields(this.shared());
        form.append('keep', 'no');
        return ask('look', form, { signal: asked.signal, sent: (part) => this.sent(part) });
      });
      const page = new DOMParser().parseFromString(await answer.blob.text(), 'text/html');
      this.title = page.querySelector('h1').textContent;
      this.understood(page.querySelector('.understood'));
      this.state = 'understood';
      this.message = '';
    } catch (e) {
      if (e.name === 'AbortError') return; // a later look is under way
      this.state = 'wrong';
      this.message = e instanceof Refused ? e.message : `The page made a mistake: ${e.message}`;
    }
    this.reading(false);
    this.show();
    this.changed(this);
  }

  reading(on) {
    this.card.setAttribute('aria-busy', on);
    this.card.querySelector('progress').hidden = !on || this.state === 'understood';
    if (on && this.state !== 'understood') this.card.querySelector('.state').textContent = 'reading…';
  }

  sent(part) {
    const bar = this.card.querySelector('progress');
    if (part < 1) bar.value = part; else bar.removeAttribute('value'); // now it is read
  }

  // understood puts what came into the card. The part that somebody is writing in
  // stays as it is; elsewhere the control that had the focus gets it again.
  understood(fresh) {
    if (!this.body.firstElementChild) {
      this.body.replaceChildren(...fresh.children);
      return;
    }
    const open = [...this.body.querySelectorAll('details[open]')].map((d) => d.dataset.keep);
    const closed = [...this.body.querySelectorAll('details:not([open])')].map((d) => d.dataset.keep);
    const focused = document.activeElement;
    for (const part of fresh.querySelectorAll('[data-part]')) {
      const old = this.body.querySelector(`[data-part="${part.dataset.part}"]`);
      const writing = old.contains(focused) && focused.matches('input[type="text"], textarea, select');
      if (writing) continue;
      for (const d of part.querySelectorAll('details')) {
        if (open.includes(d.dataset.keep)) d.open = true;
        if (closed.includes(d.dataset.keep)) d.open = false;
      }
      const back = old.contains(focused) ? like(part, focused) : null;
      const scrolled = [...old.querySelectorAll('.rows')].map((rows) => rows.scrollTop);
      old.replaceWith(part);
      [...part.querySelectorAll('.rows')].forEach((rows, i) => { rows.scrollTop = scrolled[i] || 0; });
      back?.focus({ preventScroll: true });
    }
  }

  // show writes on the card how things stand.
  show() {
    const remarks = this.body.querySelector('.remarks summary')?.textContent || '';
    const line = [this.body.querySelector('.line')?.textContent, /problem|warning/.test(remarks) ? remarks : ''].filter(Boolean).join('; ');
    const wrong = this.card.querySelector('.wrong');
    const author = this.body.querySelector('[name="author"]')?.value;
    this.card.querySelector('.title').textContent = this.state === 'understood' && author ? `${this.title} by ${author}` : this.title;
    this.card.querySelector('.state').textContent = { reading: 'waiting', understood: line, wrong: 'no book' }[this.state];
    wrong.hidden = this.state !== 'wrong';
    wrong.textContent = this.message || '';
    this.body.hidden = this.state !== 'understood' && !this.edited;
    this.card.querySelector('.again').hidden = this.state !== 'wrong';
    this.card.querySelector('.make-one').hidden = this.state !== 'understood';
    if (this.state === 'wrong') this.details.open = true;
  }

  // summary says in one breath what was understood.
  summary() {
    const remarks = this.body.querySelector('.remarks summary')?.textContent;
    return this.state === 'wrong' ? `${this.name}: ${this.message}`
      : `${this.card.querySelector('.title').textContent}: ${this.body.querySelector('.line').textContent}. ${remarks ? `Remarks: ${remarks}.` : ''}`;
  }

  remove() {
    clearTimeout(this.timer);
    this.asked?.abort();
    this.card.remove();
  }
}

// controls tells each name and value that a form would send for the controls
// below an element.
export function controls(element, tell) {
  for (const c of element.querySelectorAll('input, select, textarea')) {
    if (!c.name || c.disabled) continue;
    if (c.type === 'file') for (const f of c.files) tell(c.name, f);
    else if ((c.type !== 'checkbox' && c.type !== 'radio') || c.checked) tell(c.name, c.value);
  }
}

// like finds the control in a new part that stands for one in the old.
function like(part, control) {
  if (control.matches('summary')) {
    const keep = control.closest('details').dataset.keep;
    return part.querySelector(`[data-keep="${keep}"] > summary`);
  }
  return [...part.querySelectorAll('input, select, textarea')].find((c) => c.name === control.name && c.type === control.type && (c.type !== 'checkbox' || c.value === control.value));
}
