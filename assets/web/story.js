// One story on the page: its files, its card, and what was understood of it.

import { ask, atOnce, Refused } from './ask.js';
import { folder, read } from './drop.js';
import { apart, controls, markWrong, wrongIn } from './fields.js';
import { keepMended, mended } from './keep.js';

const turn = atOnce(2); // looking at many stories must not keep the server from making a book
const patience = 500; // milliseconds without a key pressed
let count = 0;

export class Story {
  // sources are the story's files, { file, path, entry }; extras the files that its
  // sidecar names. shared gives the fields that hold for all stories; changed is called
  // when there is something new to show of this one.
  constructor(sources, sidecar, extras, { shared, changed, split }) {
    this.sources = sources;
    this.sidecar = sidecar;
    this.extras = extras;
    this.shared = shared;
    this.changed = changed;
    this.split = split;
    this.number = ++count;
    this.state = 'reading'; // then 'understood' or 'wrong'
    this.title = sources[0].file.name;
    this.wrong = new Map(); // shared fields that cannot be used, with what is wrong
    this.mended = mended()[this.path] ?? null; // before a reload
    this.edited = this.mended !== null;
    this.made = true; // as it is now, or nothing was mended
    this.card = document.getElementById('card').content.firstElementChild.cloneNode(true);
    this.details = this.card.querySelector('details');
    this.body = this.card.querySelector('.understood');
    this.show();
    this.body.addEventListener('input', (e) => this.edit(e.target.matches('input[type="text"], textarea') ? patience : 0));
    this.card.querySelector('.again').addEventListener('click', () => this.look());
    const choose = this.card.querySelector('.choose-cover');
    choose.addEventListener('change', () => {
      if (choose.files.length > 0) this.setCover(choose.files[0]);
      choose.value = '';
    });
    this.card.querySelector('.no-cover').addEventListener('click', () => {
      this.setCover(null);
      choose.focus();
    });
  }

  get files() { return this.sources.map((s) => s.file); }
  get path() { return this.sources.map((s) => s.path).join('\n'); }
  get folder() { return folder(this.sources[0].path); }
  get name() { return this.files.map((f) => f.name).join(' + '); }

  // fields are the form's fields for this story, its files among them. prefix
  // parts stories in one form.
  fields(form, prefix = '') {
    for (const f of this.files) form.append(`${prefix}story`, f, f.name);
    if (this.sidecar) form.append(`${prefix}sidecar`, this.sidecar, this.sidecar.name);
    if (this.files.length > 1) form.append(`${prefix}join`, 'on');
    for (const f of this.cover ? this.extras.filter((e) => !/^image/.test(e.type)) : this.extras) {
      form.append(prefix + (/\.(ttf|otf)$/i.test(f.name) ? 'font' : 'cover'), f, f.name);
    }
    if (this.cover) form.append(`${prefix}cover`, this.cover, this.cover.name);
    if (!this.edited) return form;
    const tell = (name, value) => form.append(prefix + name, value);
    if (this.mended) for (const [name, value] of this.mended) tell(name, value);
    else controls(this.body, tell);
    return form;
  }

  edit(delay) {
    this.edited = true;
    this.made = false;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.look(), delay);
    this.keep();
  }

  // keep lets what was mended outlive a reload.
  keep() {
    if (!this.body.firstElementChild) return;
    const fields = [];
    controls(this.body, (name, value) => { if (typeof value === 'string') fields.push([name, value]); });
    keepMended(this.path, fields);
  }

  setCover(file) {
    this.cover = file;
    this.made = false;
    const name = this.card.querySelector('.cover-name');
    name.hidden = !file;
    name.textContent = file ? `Cover: ${file.name}` : '';
    this.card.querySelector('.no-cover').hidden = !file;
    this.look();
  }

  // renew reads the files again where they have changed since they were read, and
  // reports whether one had. What cannot be read any more is an error in plain words.
  async renew() {
    let new_ = false;
    for (const s of this.sources) {
      let fresh = s.file;
      try {
        if (s.entry) fresh = await read(s.entry).catch(() => s.file); // some entries give a file only once
        await fresh.slice(0, 1).arrayBuffer();
      } catch {
        throw new Refused(`${s.file.name} cannot be read any more: it has changed, or is gone. Give it again, and it takes the place of this one; what you mended stays.`);
      }
      if (fresh.size !== s.file.size || fresh.lastModified !== s.file.lastModified) {
        s.file = fresh;
        new_ = true;
      }
    }
    return new_;
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
      const answer = await turn(async () => {
        asked.signal.throwIfAborted();
        await this.renew();
        const form = this.fields(this.shared());
        form.append('keep', 'no');
        return ask('look', form, { signal: asked.signal, sent: (part) => this.sent(part) });
      });
      const page = new DOMParser().parseFromString(await answer.blob.text(), 'text/html');
      const found = [...page.querySelectorAll('.understood')];
      if (found.length > 1) { // a mailbox
        this.split(this, found.map((u) => [Number(u.dataset.from), Number(u.dataset.to)]));
        return;
      }
      this.title = page.querySelector('h1').textContent;
      this.wrong = wrongIn(page.querySelector('.book'));
      const cover = this.cover ? this.wrong.get('cover') : undefined;
      if (cover) this.wrong.delete('cover'); // it is said at the story's own
      this.understood(found[0]);
      markWrong(this.card.querySelector('.cover-box'), new Map(cover ? [['cover', cover]] : []), `s${this.number}-own-`);
      this.own ||= Boolean(cover);
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
    const wrong = wrongIn(fresh);
    Object.assign(this.body.dataset, { text: fresh.dataset.text, partOf: fresh.dataset.partOf ?? '', partNumber: fresh.dataset.partNumber ?? '' });
    fresh.querySelector('.entry-cover')?.remove(); // the card has its own
    apart(fresh, `s${this.number}-`);
    this.own = wrong.size > 0;
    this.mended = null;
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
    markWrong(this.body, wrong, `s${this.number}-`);
  }

  get remarks() { return this.body.querySelector('.remarks summary')?.textContent || ''; }

  // rank is where the story stands: what makes no book first, then what is in doubt.
  get rank() {
    if (this.state === 'wrong') return 0;
    return this.state === 'understood' && (this.own || /problem|warning/.test(this.remarks)) ? 1 : 2;
  }

  // show writes on the card how things stand.
  show() {
    const remarks = this.remarks;
    const line = [this.body.querySelector('.line')?.textContent, /problem|warning/.test(remarks) ? remarks : '', this.same ? `the same text as ${this.same}` : ''].filter(Boolean).join('; ');
    const wrong = this.card.querySelector('.wrong');
    const author = this.body.querySelector('[name="author"]')?.value;
    this.card.querySelector('.title').textContent = this.state === 'understood' && author ? `${this.title} by ${author}` : this.title;
    this.card.querySelector('.state').textContent = { reading: 'waiting', understood: line, wrong: 'no book' }[this.state];
    this.card.classList.toggle('failed', this.state === 'wrong');
    this.card.classList.toggle('doubtful', this.state === 'understood' && (this.rank === 1 || Boolean(this.same)));
    wrong.hidden = this.state !== 'wrong';
    wrong.textContent = this.message || '';
    this.body.hidden = this.state !== 'understood' && !this.edited;
    this.card.querySelector('.again').hidden = this.state !== 'wrong';
    this.card.querySelector('.make-one').hidden = this.state !== 'understood';
    this.card.querySelector('.save-sidecar').hidden = this.state !== 'understood';
    this.card.querySelector('.save-sidecar').textContent = `Save as ${this.files[0].name.replace(/\.[^.]+$/, '')}.toml`;
    this.card.querySelector('.cover-box').hidden = this.state !== 'understood' && !this.cover;
    this.card.querySelector('.apart').hidden = this.files.length < 2;
    if (this.state === 'wrong') this.details.open = true;
  }

  // summary says in one breath what was understood.
  summary() {
    return this.state === 'wrong' ? `${this.name}: ${this.message}`
      : `${this.card.querySelector('.title').textContent}: ${this.body.querySelector('.line').textContent}. ${this.remarks ? `Remarks: ${this.remarks}.` : ''}`;
  }

  remove() {
    clearTimeout(this.timer);
    this.asked?.abort();
    this.card.remove();
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
