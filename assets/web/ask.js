// Asking the server. One request brings its story along and gets its answer; when
// the server is busy we wait as long as it says and ask again.

// A Refused is an answer without a book, in plain words; field is the form's field
// that is the reason, if it is one.
export class Refused extends Error {
  constructor(text, field = '') {
    super(text);
    this.field = field;
  }
}

const tries = 6;

// ask sends a form. sent is told how much of it is gone, from 0 to 1. The answer
// is { blob, name }, name being the file's name that the server chose.
export async function ask(address, form, { signal, sent = () => {} } = {}) {
  for (let n = 1; ; n++) {
    const answer = await send(address, form, signal, sent);
    if (answer.status === 200) {
      return { blob: answer.response, name: nameIn(answer.getResponseHeader('Content-Disposition')) };
    }
    if (answer.status !== 429 || n === tries) {
      throw await refused(answer);
    }
    await wait((Number(answer.getResponseHeader('Retry-After')) || 5) * 1000, signal);
  }
}

function send(address, form, signal, sent) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest(); // fetch cannot say how much is sent
    request.open('POST', address);
    request.responseType = 'blob';
    request.upload.addEventListener('progress', (e) => { if (e.lengthComputable) sent(e.loaded / e.total); });
    request.addEventListener('load', () => resolve(request));
    request.addEventListener('error', () => reject(new Refused('The form got no answer. Is storybind still running, and can the file still be read?')));
    request.addEventListener('abort', () => reject(new DOMException('given up', 'AbortError')));
    signal?.addEventListener('abort', () => request.abort());
    if (signal?.aborted) {
      reject(new DOMException('given up', 'AbortError'));
      return;
    }
    request.send(form);
  });
}

// refused takes the message out of the page that a refusal is.
async function refused(answer) {
  const page = new DOMParser().parseFromString(await answer.response.text(), 'text/html');
  const message = page.getElementById('message');
  return new Refused(message?.textContent || `The form answered with ${answer.status}.`, message?.dataset.field);
}

function nameIn(disposition) {
  const found = /filename\*=UTF-8''([^;]+)/.exec(disposition || '');
  return found ? decodeURIComponent(found[1]) : 'book';
}

function wait(ms, signal) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(new DOMException('given up', 'AbortError'));
    });
  });
}

// atOnce lets n pieces of work go on at the same time; more wait for their turn.
export function atOnce(n) {
  const waiting = [];
  let free = n;
  return async (work) => {
    if (free === 0) {
      await new Promise((resolve) => waiting.push(resolve));
    } else {
      free--;
    }
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next(); else free++;
    }
  };
}
