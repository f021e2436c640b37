/** A row of the list and its mark on the map or the timeline light up together. */
export const LIT = "marsad:lit";

export function lightTwins(root: ParentNode): void {
  for (const row of root.querySelectorAll<HTMLElement>("[data-incident]")) {
    const tell = (on: boolean) => () =>
      document.dispatchEvent(new CustomEvent(LIT, { detail: { id: row.dataset.incident, on } }));
    row.addEventListener("pointerenter", tell(true));
    row.addEventListener("pointerleave", tell(false));
    row.addEventListener("focusin", tell(true));
    row.addEventListener("focusout", tell(false));
  }
}

document.addEventListener(LIT, (event) => {
  const { id, on } = (event as CustomEvent<{ id: string; on: boolean }>).detail;
  for (const row of document.querySelectorAll(`[data-incident="${CSS.escape(id)}"]`)) row.classList.toggle("lit", on);
});
