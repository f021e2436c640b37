/** What is being written in a form survives a lost session: it is kept in the browser until the desk has taken it. */
export function keepDrafts(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-draft]")) {
    const key = `marsad.draft.${form.dataset.draft}`;
    const fields = [...form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>("textarea, select, input:not([type=hidden], [type=password], [type=file])")];
    const kept = JSON.parse(localStorage.getItem(key) ?? "{}") as Record<string, string>;
    for (const field of fields) {
      const value = kept[field.name];
      if (value !== undefined && !field.hasAttribute("data-fixed")) field.value = value;
    }
    if (Object.keys(kept).length) form.querySelector<HTMLElement>("[data-draft-note]")?.removeAttribute("hidden");
    form.addEventListener("input", () => {
      localStorage.setItem(key, JSON.stringify(Object.fromEntries(fields.map((field) => [field.name, field.value]))));
    });
  }
  for (const taken of document.querySelectorAll<HTMLElement>("[data-draft-taken]")) {
    localStorage.removeItem(`marsad.draft.${taken.dataset.draftTaken}`);
  }
}
