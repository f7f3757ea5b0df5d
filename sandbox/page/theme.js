// Applies the remembered theme before the first paint, so that a dark room never flashes white.
document.documentElement.dataset.theme = localStorage.getItem("theme") || "auto";
