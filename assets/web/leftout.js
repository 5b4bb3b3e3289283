// What a folder holds besides stories: each kind with its number and first names.

import { unwarn, warn } from './say.js';

const kinds = [
  [/\.(x?html?|mht(ml)?)$/, 'save web pages as plain text'],
  [/\.(docx?|odt|rtf|pages|wpd)$/, 'save documents as plain text'],
  [/\.(zip|gz|tgz|tar|7z|rar|bz2|xz)$/, 'unpack archives first'],
  [/\.(md|markdown|mbox|mbx|eml)$/, 'drop Markdown and mailboxes by themselves to take them'],
  [/\.toml$/, 'a .toml file speaks for the story of its name, and there is none'],
];

export function leftOut(found, taken) {
  if (taken === 0) warn(`There is no story in this folder${found.length > 0 ? `, but ${list(found)}` : ''}. A folder's stories end in .txt, .text or .asc.${advice(found)}`, 'left out');
  else if (found.length > 0) warn(`Left out of the folder: ${list(found)}. Its stories end in .txt, .text or .asc.${advice(found)}`, 'left out');
  else unwarn('left out');
}

function list(found) {
  const named = 3;
  const by = new Map();
  for (const f of found) {
    const kind = f.unreadable ? 'that cannot be read' : /\.[^./]+$/.exec(f.file.name)?.[0].toLowerCase() ?? 'without ending';
    by.set(kind, [...(by.get(kind) ?? []), f.file.name]);
  }
  return [...by].map(([kind, names]) => `${names.length}\u00a0${kind} (${names.slice(0, named).join(', ')}${names.length > named ? ` and ${names.length - named} more` : ''})`).join(', ');
}

function advice(found) {
  const all = kinds.filter(([pattern]) => found.some((f) => pattern.test(f.file.name.toLowerCase()))).map(([, words]) => words);
  if (all.length === 0) return '';
  const text = all.join('; ');
  return ` ${text[0].toUpperCase()}${text.slice(1)}.`;
}
