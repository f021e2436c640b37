/** A− A A+: the size of a report's letters, remembered by the browser and sent nowhere. */
const KEY = "marsad.size";
const [LEAST, MOST, STEP] = [0.8, 2, 0.1];

export function textSize(): void {
  const set = (size: number) => {
    const kept = Math.min(MOST, Math.max(LEAST, size));
    document.documentElement.style.setProperty("--size", kept.toFixed(1));
    localStorage.setItem(KEY, kept.toFixed(1));
  };
  const now = () => Number(localStorage.getItem(KEY)) || 1;
  if (now() !== 1) set(now());
  for (const button of document.querySelectorAll<HTMLButtonElement>("[data-size]")) {
    button.hidden = false;
    button.addEventListener("click", () => set(button.dataset.size === "0" ? 1 : now() + STEP * Number(button.dataset.size)));
  }
}
