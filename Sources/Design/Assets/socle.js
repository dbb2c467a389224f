// Keeps the number of people live while somebody looks at the page. Without it the page says what it said when it was made.
(() => {
  const places = document.querySelectorAll("[data-count]");
  if (!places.length) return;
  const pause = 10000;
  const format = new Intl.NumberFormat(document.documentElement.lang);
  let waits = pause;

  const show = (count) => {
    for (const place of places) {
      place.querySelector("[data-people]").textContent = format.format(count.people);
      const bar = place.querySelector("progress");
      const words = place.querySelector("[data-goal]");
      if (!bar || !words || !count.goal) continue;
      bar.max = count.goal;
      bar.value = Math.min(count.people, count.goal);
      words.textContent = words.dataset.goal.replace("#", format.format(count.goal));
    }
  };

  const look = async () => {
    if (!document.hidden) {
      try {
        const answer = await fetch(places[0].dataset.count);
        if (!answer.ok) throw new Error();
        show(await answer.json());
        waits = pause;
      } catch {
        waits = Math.min(waits * 2, 300000);
      }
    }
    setTimeout(look, waits);
  };
  setTimeout(look, pause);
})();
