// Parts of one story, found as in folders: the server says what a file calls itself a
// part of. They are offered to be joined, and a book of them can be taken apart again.

const box = document.getElementById('offers');
const refused = new Set(); // what a person has said to be no parts

// offer shows which of the stories look like parts of one. join is given those that
// are ticked.
export function offer(stories, join) {
  const groups = new Map();
  for (const s of stories) {
    const { partOf, partNumber } = s.body.dataset;
    if (s.state !== 'understood' || !partOf || s.files.length > 1) continue;
    const key = `${s.folder}\n${partOf}`;
    groups.set(key, [...(groups.get(key) ?? []), { story: s, number: Number(partNumber) }]);
  }
  const wanted = [...groups].filter(([key, parts]) => parts.length > 1 && !refused.has(key)
    && new Set(parts.map((p) => p.number)).size === parts.length); // twice part 2 is two versions
  for (const old of [...box.children]) {
    const at = wanted.findIndex(([key, parts]) => old.dataset.key === key && Number(old.dataset.parts) === parts.length);
    if (at < 0) old.remove(); else wanted.splice(at, 1);
  }
  for (const [key, parts] of wanted) {
    parts.sort((a, b) => a.number - b.number);
    box.append(offered(key, parts, join));
  }
}

function offered(key, parts, join) {
  const set = document.createElement('fieldset');
  set.className = 'offer';
  set.dataset.key = key;
  set.dataset.parts = parts.length;
  const legend = document.createElement('legend');
  legend.textContent = 'These look like parts of one story';
  set.append(legend);
  const boxes = parts.map(({ story, number }) => {
    const label = document.createElement('label');
    label.className = 'check';
    const tick = document.createElement('input');
    tick.type = 'checkbox';
    tick.checked = true;
    const words = document.createElement('span');
    words.textContent = `Part ${number}: ${story.name}`;
    label.append(tick, words);
    set.append(label);
    return tick;
  });
  const buttons = document.createElement('p');
  buttons.className = 'offer-actions';
  const yes = document.createElement('button');
  yes.type = 'button';
  yes.textContent = 'Join them';
  yes.className = 'join-parts';
  yes.addEventListener('click', () => {
    const chosen = parts.filter((_, i) => boxes[i].checked).map((p) => p.story);
    if (chosen.length < 2) return;
    set.remove();
    join(chosen);
  });
  const no = document.createElement('button');
  no.type = 'button';
  no.textContent = 'Leave them as they are';
  no.addEventListener('click', () => {
    refused.add(key);
    set.remove();
    document.getElementById('stories-name').focus();
  });
  buttons.append(yes, no);
  set.append(buttons);
  return set;
}

// leave remembers that these are to be stories of their own.
export function leave(stories) {
  for (const s of stories) refused.add(`${s.folder}\n${s.body.dataset.partOf}`);
}
