/** Charts over the table that stands below them: the days of what is filtered, a source's series. Drawn left to right or, for Arabic, mirrored. */
import * as Plot from "@observablehq/plot";

/** A day, or a month by its first day; "span" is how its data call it. */
interface Span {
  date: string;
  span: string;
  count: number;
}
interface Point {
  as_of: string;
  low: number | null;
  high: number | null;
  open: boolean;
  derived?: number | null;
  break: boolean;
}
interface Words {
  [word: string]: string;
}

function frame(box: HTMLElement): { width: number; rtl: boolean; words: Words } {
  return {
    width: Math.max(280, box.clientWidth),
    rtl: document.documentElement.dir === "rtl",
    words: JSON.parse(box.dataset.words ?? "{}") as Words,
  };
}

/** Days on an axis in the reader's language, digits and names of months; coarser where the axis spans more. */
function dayFormat(rows: { at: Date }[]): (day: Date) => string {
  const span = ((rows.at(-1)?.at.getTime() ?? 0) - (rows[0]?.at.getTime() ?? 0)) / 86_400_000;
  const parts: Intl.DateTimeFormatOptions =
    span < 120 ? { day: "numeric", month: "short" } : span < 1500 ? { month: "short", year: "numeric" } : { year: "numeric" };
  const format = new Intl.DateTimeFormat(document.documentElement.dataset.locale ?? "en", { ...parts, timeZone: "UTC" });
  return (day) => format.format(day);
}

/** Marks on the axis of a count: whole numbers, and as many as there are of them where these are few. */
const marks = (most: number): number => Math.max(1, Math.min(6, Math.ceil(most)));

const TOP = 30; // pixels: under 20 the axis's label stands on the highest mark's number where both are at the right

const parse = (day: string): Date => new Date(`${day}T00:00:00Z`);

function timeline(box: HTMLElement, spans: Span[]): Element {
  const { width, rtl, words } = frame(box);
  const rows = spans.map((span) => ({ ...span, at: parse(span.date) }));
  return Plot.plot({
    className: "plot",
    width, height: 180, marginTop: TOP, marginLeft: rtl ? 16 : 40, marginRight: rtl ? 40 : 16,
    x: { type: "utc", reverse: rtl, label: null, tickFormat: dayFormat(rows), ticks: Math.max(2, Math.floor(width / 110)) },
    y: { label: words.incidents ?? null, tickFormat: "d", ticks: marks(Math.max(...rows.map((row) => row.count))), grid: true, axis: rtl ? "right" : "left", nice: true },
    marks: [
      Plot.ruleY([0]),
      Plot.ruleX(rows, { x: "at", y: "count", strokeWidth: 4, stroke: "var(--link)", title: (d: Span) => `${d.span}: ${d.count}` }),
    ],
  });
}

function tally(box: HTMLElement, points: Point[]): Element {
  const { width, rtl, words } = frame(box);
  const rows = points.map((point) => ({ ...point, at: parse(point.as_of), value: point.low ?? point.high }));
  const shared = { width, marginTop: TOP, marginLeft: rtl ? 16 : 56, marginRight: rtl ? 56 : 16 };
  const x = { type: "utc", reverse: rtl, label: null, tickFormat: dayFormat(rows), ticks: Math.max(2, Math.floor(width / 120)) } as const;
  const side = rtl ? "right" : "left";
  const main = Plot.plot({
    ...shared, className: "plot", height: 250, x,
    y: { label: words.count ?? null, ticks: marks(Math.max(...rows.map((row) => row.value ?? 0))), grid: true, axis: side, nice: true, zero: true },
    marks: [
      Plot.lineY(rows, { x: "at", y: "value", curve: "step-after", stroke: "var(--band)", strokeWidth: 2, z: (_: Point, i: number) => rows.slice(0, i + 1).filter((r) => r.break).length }),
      Plot.dot(rows, { x: "at", y: "value", r: 4.5, stroke: "var(--ink)", strokeWidth: 1.5, fill: (d: Point) => (d.open ? "var(--sheet)" : "var(--ink)") }),
    ],
  });
  const steps = rows.filter((row) => row.derived !== undefined && row.derived !== null);
  if (!steps.length) return main;
  const lower = Plot.plot({
    ...shared, className: "plot", height: 120, x: { ...x, domain: [rows[0]?.at, rows.at(-1)?.at] as [Date, Date] },
    y: { label: words.derived ?? null, grid: true, axis: side, nice: true },
    marks: [Plot.ruleY([0]), Plot.ruleX(steps, { x: "at", y: "derived", strokeWidth: 3, stroke: "var(--edge)" })],
  });
  const both = document.createElement("div");
  both.append(main, lower);
  return both;
}

export function draw(box: HTMLElement): void {
  const data = document.getElementById(box.dataset.chart ?? "")?.textContent;
  if (!data || box.dataset.drawn) return;
  const rows = JSON.parse(data) as unknown[];
  box.hidden = box.dataset.form === "tally" && rows.length < 2; // one point is no course: the table below says it
  if (!rows.length || box.hidden) return;
  box.dataset.drawn = "true";
  box.dir = "ltr";
  const picture = box.dataset.form === "tally" ? tally(box, rows as Point[]) : timeline(box, rows as Span[]);
  for (const style of picture.querySelectorAll("style")) style.remove(); // the content policy would refuse it; desk.css says the same
  picture.setAttribute("aria-hidden", "true");
  box.replaceChildren(picture);
}

