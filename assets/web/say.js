// What is said to those who do not see the page: politely, or at once when
// something went wrong. The same words stand on the page.

const said = document.getElementById('said');
const alarm = document.getElementById('alarm');

export function say(text) {
  said.textContent = text;
}

export function warn(text) {
  alarm.textContent = '';
  setTimeout(() => { alarm.textContent = text; }, 50); // the same words again are news too
}
