/** Reloads the page's content every few seconds while nobody works in it. */
export const SCRIPT = `
const box = document.getElementById('follow');
const key = 'console-follow';
box.checked = localStorage.getItem(key) !== 'off';
box.addEventListener('change', () => localStorage.setItem(key, box.checked ? 'on' : 'off'));
setInterval(async () => {
  const main = document.querySelector('main');
  if (!box.checked || document.hidden || main.contains(document.activeElement)) return;
  const answer = await fetch(location.href).catch(() => undefined);
  if (!answer?.ok) return;
  const next = new DOMParser().parseFromString(await answer.text(), 'text/html');
  main.replaceWith(next.querySelector('main'));
}, 3000);`;
