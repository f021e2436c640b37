/** What the desk does beyond plain pages: it works without any of this. */
import "./desk.css";
import "htmx.org";
import { keepDrafts } from "./drafts";
import { lightTwins } from "./twins";
import { offerSelection, reviewKeys } from "./review";
import { textSize } from "./size";

async function draw(root: ParentNode): Promise<void> {
  lightTwins(root);
  const map = root.querySelector<HTMLElement>("[data-map]");
  if (map) void import("./map").then((room) => room.draw(map));
  const charts = [...root.querySelectorAll<HTMLElement>("[data-chart]")];
  if (charts.length) void import("./charts").then((room) => charts.forEach((chart) => room.draw(chart)));
}

textSize();
reviewKeys();
offerSelection();
keepDrafts();
void draw(document);
document.addEventListener("htmx:after:swap", () => void draw(document));
