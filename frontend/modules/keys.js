// Keys for the whole application. None is taken while somebody writes.
const WRITES = 'input:not([type=checkbox],[type=button],[type=submit]), textarea, select, [contenteditable], [role=textbox], [role=dialog], dialog';

const writing = (event) => event.composedPath().some((node) => node.matches && node.matches(WRITES));
const tell = (name) => document.querySelector('vaadin-app-layout')?.dispatchEvent(new CustomEvent(name));

function search(event) {
  const field = document.querySelector('.c-search');
  if (!field) return;
  event.preventDefault();
  field.focus();
}

window.addEventListener('keydown', (event) => {
  if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'k') return search(event);
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || writing(event)) return;
  if (event.key === '/') search(event);
  if (event.key === 'n') tell('cauce-new');
  if (event.key === '?') tell('cauce-help');
});

// A dialog moves the focus itself and stops at each choice of a question, where a page stops once: at the chosen one, or the first.
// So for the time of the key the others are out of its way.
const stop = (choices) => choices.find((one) => one.matches(':focus')) ?? choices.find((one) => one.checked) ?? choices[0];

window.addEventListener('keydown', (event) => {
  if (event.key !== 'Tab') return;
  for (const question of document.querySelectorAll('vaadin-dialog vaadin-radio-group')) {
    const choices = [...question.querySelectorAll('input[type=radio]')].filter((one) => !one.disabled);
    const kept = stop(choices);
    for (const other of choices.filter((one) => one !== kept)) {
      const before = other.getAttribute('tabindex');
      other.setAttribute('tabindex', '-1');
      setTimeout(() => (before === null ? other.removeAttribute('tabindex') : other.setAttribute('tabindex', before)));
    }
  }
}, { capture: true });

// What had the focus may be drawn anew after a step, and the focus is nowhere: the next stop is on the page, not before it.
window.addEventListener('keydown', (event) => {
  if (event.key !== 'Tab' || document.activeElement !== document.body || document.querySelector('[opened], dialog[open]')) return;
  document.querySelector('main')?.focus({ preventScroll: true });
}, { capture: true });

// The line that shows while the server does not answer, in the language of the page.
const words = document.querySelector('meta[name=cauce-words]')?.content;
const waitForIndicator = (left) => {
  const indicator = window.Vaadin?.connectionIndicator;
  if (indicator && words) {
    indicator.offlineText = words;
    indicator.reconnectingText = words;
    indicator.onlineText = '';
  } else if (left > 0) setTimeout(() => waitForIndicator(left - 1), 500);
};
waitForIndicator(40);
