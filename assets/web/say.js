// What is told. It stands on the page, and those who do not see it hear it: politely,
// or at once when something went wrong.

const said = document.getElementById('said');
const alarm = document.getElementById('alarm');

// say tells how things stand; the next words take its place.
export function say(text) {
  said.textContent = text;
}

// warn tells what a person has to know, until it is put away. A warning with the same
// key takes the place of the one before.
export function warn(text, key = text) {
  unwarn(key);
  const note = document.createElement('div');
  note.className = 'notice';
  note.dataset.key = key;
  const words = document.createElement('p');
  words.textContent = text;
  const away = document.createElement('button');
  away.type = 'button';
  away.textContent = 'Put away';
  away.className = 'away';
  away.addEventListener('click', () => {
    note.remove();
    (alarm.querySelector('button') ?? document.querySelector('.filled #make') ?? document.getElementById('files')).focus();
  });
  note.append(words, away);
  alarm.append(note);
}

export function unwarn(key) {
  for (const n of [...alarm.children]) if (n.dataset.key === key) n.remove();
}
