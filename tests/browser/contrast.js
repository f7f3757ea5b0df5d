// Visible texts whose contrast with what lies under them is too low (WCAG AA: 4.5, large text 3).
// A gradient counts by its worst colour; a translucent background is laid over the one below.
() => {
  const numbers = (text) => {
    const [r, g, b, a = 1] = text.match(/[\d.]+/g).map(Number);
    return [r, g, b, a];
  };
  const over = ([r, g, b, a], [R, G, B]) => [r * a + R * (1 - a), g * a + G * (1 - a), b * a + B * (1 - a), 1];
  const light = ([r, g, b]) => [r, g, b]
    .map((value) => value / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
    .reduce((sum, value, place) => sum + value * [0.2126, 0.7152, 0.0722][place], 0);
  const ratio = (one, two) => {
    const [high, low] = [light(one), light(two)].sort((a, b) => b - a);
    return (high + 0.05) / (low + 0.05);
  };
  const grounds = (node) => {
    if (!node) return [[255, 255, 255, 1]];
    const style = getComputedStyle(node);
    const gradient = style.backgroundImage.match(/rgba?\([^)]*\)/g);
    if (gradient) return gradient.map(numbers);
    const own = numbers(style.backgroundColor);
    if (own[3] === 1) return [own];
    return grounds(node.parentElement).map((below) => over(own, below));
  };
  const leftOut = ".sr-only, .skip, .spoiler, noscript, script, option, [aria-disabled=true], :disabled";
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const low = new Set();
  while (walker.nextNode()) {
    const text = walker.currentNode.data.trim();
    const node = walker.currentNode.parentElement;
    if (!text || node.closest(leftOut) || !node.checkVisibility({ opacityProperty: true })) continue;
    const style = getComputedStyle(node);
    const size = parseFloat(style.fontSize);
    const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    const worst = Math.min(...grounds(node).map((ground) => ratio(over(numbers(style.color), ground), ground)));
    if (worst < (large ? 3 : 4.5)) low.add(`${worst.toFixed(2)} ${node.className} ${text.slice(0, 40)}`);
  }
  return [...low];
}
