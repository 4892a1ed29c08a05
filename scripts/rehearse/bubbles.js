/** One bubble of a conversation on a page: picture, words, buttons. `address` of a picture by its name; `press` takes the name of a button. */
export const bubble = (b, address, press) =>
  el(
    "div",
    { className: `b${b.from === "me" ? " me" : ""}` },
    ...(b.picture ? [el("img", { src: address(b.picture), alt: "" })] : []),
    // What the degrader finished is escaped by it; everything else is plain text.
    el("span", b.html ? { innerHTML: b.text } : { textContent: b.text }),
    ...(b.buttons.length > 0 ? [el("div", { className: "keys" }, ...b.buttons.map((k) => key(k, press)))] : []),
  );

const key = (k, press) =>
  el("button", {
    type: "button",
    textContent: k.label,
    disabled: k.press === undefined,
    onclick: () => press(k.press),
  });

export const el = (tag, props, ...children) => {
  const made = Object.assign(document.createElement(tag), props);
  made.append(...children);
  return made;
};
