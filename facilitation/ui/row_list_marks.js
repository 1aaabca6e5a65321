// The signs before titles: lines of a 16 by 16 square, by the name a row gives.
const circle = (x, y, r) => `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`;

const SIGNS = {
  registration: "M4 2.5h8v11H4zM6 6h4M6 9h4",
  opening: "M4 14V2.5h8L10 5.5l2 3H4",
  plenary: "M2.5 3h11v6.5h-11zM8 9.5V12M5 14l3-2 3 2",
  panel: circle(3.5, 5, 1.4) + circle(8, 5, 1.4) + circle(12.5, 5, 1.4) + "M2 9.5h12M4 9.5V14M12 9.5V14",
  working_groups: circle(4.5, 4.5, 2) + circle(11.5, 4.5, 2) + circle(4.5, 11.5, 2) + circle(11.5, 11.5, 2),
  world_cafe: "M3 4.5h8V9a3 3 0 0 1-3 3H6a3 3 0 0 1-3-3zM11 5.5h1.2a1.6 1.6 0 0 1 0 3.2H11M3 14h8",
  networking: circle(4, 8, 2.2) + circle(12, 8, 2.2) + "M6.2 8h3.6",
  gallery: "M2.5 3.5h11v9h-11zM4.5 10.5 7 7.5l2 2L10.5 8l1.5 2.5",
  energiser: "M9 2 4 9h3.5L6.5 14l5.5-7H8.5z",
  evaluation: "M2.5 8.5l3.5 3.5 7.5-8",
  break: "M6 4v8M10 4v8",
  meal: "M5 2v12M3 2v3a2 2 0 0 0 4 0V2M12 14V2c-1.5 1-2.5 3-2.5 6H12",
  staff: "M4 7h8v6.5H4zM5.5 7V5a2.5 2.5 0 0 1 5 0v2",
};

const NAMESPACE = "http://www.w3.org/2000/svg";

const sign = (name, words) => {
  const box = part("mark");
  if (!SIGNS[name]) return box;
  box.title = words ?? "";
  const svg = document.createElementNS(NAMESPACE, "svg"), path = document.createElementNS(NAMESPACE, "path");
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("aria-hidden", "true");
  path.setAttribute("d", SIGNS[name]);
  svg.append(path);
  box.append(svg);
  return box;
};
