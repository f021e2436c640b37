/** Review by physical key (event.code), so that any keyboard layout works; and words marked in a report offered as a missed claim. */
const KEYS: Record<string, string> = {
  KeyY: "accept",
  KeyN: "reject",
  KeyH: "unsure",
  KeyE: "edit",
  KeyU: "undo",
  ArrowDown: "next",
  ArrowUp: "previous",
};

function typing(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}

export function reviewKeys(): void {
  const desk = document.querySelector<HTMLElement>("[data-review]");
  if (!desk) return;
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (typing(event.target)) {
      if (event.code === "Escape") (event.target as HTMLElement).blur();
      return;
    }
    if (event.code === "Slash" && event.shiftKey) {
      const help = desk.querySelector<HTMLDetailsElement>("[data-help]");
      if (help) help.open = !help.open;
      event.preventDefault();
      return;
    }
    const act = KEYS[event.code];
    const control = act && desk.querySelector<HTMLElement>(`[data-act="${act}"]`);
    if (!control) return;
    event.preventDefault();
    if (control.matches("a, button")) control.click();
    else control.querySelector<HTMLElement>("input, select, textarea")?.focus();
  });
}

/** The offset in the report's own text (Unicode characters) of a point in the page: each stretch knows where it begins. */
function offset(node: Node, at: number): number | null {
  const stretch = (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>("[data-from]");
  if (!stretch) return null;
  const range = document.createRange();
  range.setStart(stretch, 0);
  range.setEnd(node, at);
  return Number(stretch.dataset.from) + [...range.toString()].length;
}

export function offerSelection(): void {
  const form = document.querySelector<HTMLFormElement>("form[data-missed]");
  if (!form) return;
  document.addEventListener("selectionchange", () => {
    const chosen = document.getSelection();
    if (!chosen || chosen.isCollapsed || !chosen.rangeCount) return;
    const range = chosen.getRangeAt(0);
    const [start, end] = [offset(range.startContainer, range.startOffset), offset(range.endContainer, range.endOffset)];
    if (start === null || end === null || end <= start) return;
    (form.elements.namedItem("start") as HTMLInputElement).value = String(start);
    (form.elements.namedItem("end") as HTMLInputElement).value = String(end);
    const words = form.querySelector<HTMLElement>("[data-words]");
    if (words) words.textContent = chosen.toString();
    form.hidden = false;
  });
}
