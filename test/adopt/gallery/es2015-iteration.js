// What is iterated need not be an array.
const unique = (list) => [...new Set(list)];

class Counter {
  counts = new Map();
  last;
  add(...words) {
    for (const word of words) this.counts.set(word, (this.counts.get(word) || 0) + 1);
    return this;
  }
  most() {
    let best = ['', 0];
    for (const [word, count] of this.counts) if (count > best[1]) best = [word, count];
    return best;
  }
}

const Zap = {
  word_post_poll(bundle) {
    const rows = z.JSON.parse(bundle.response.content);
    const counter = new Counter().add(...rows.flatMap(({ title = '' }) => ['a', title, 'bb', 'ccc', 'x-y', 'stop!', 'never']));
    const [first, ...others] = counter.counts.keys();
    const waiting = new Set([first]);
    // A set grows while it is gone through.
    for (const word of waiting) {
      for (const next of others) if (next.length === word.length + 1) waiting.add(next);
    }
    let letters = '';
    search: for (const word of counter.counts.keys()) {
      for (const letter of word) {
        if (letter === '-') continue search;
        if (letter === '!') break search;
        letters += `<${letter}>`;
      }
    }
    return rows.map((row, i) => ({
      id: i, keys: Object.keys(counter), best: counter.most(), first, chain: [...waiting], letters,
      longest: Math.max(...new Set(others.map((it) => it.length)), 0), tags: unique(row.tags || []),
    }));
  },
  word_pre_poll({ request, trigger_fields: { from = 1, to = 3 } = {} }) {
    const steps = { from, to, [Symbol.iterator]() { let at = from; return { next: () => ({ done: at > to, value: at++ }), return: () => ((this.left = at), {}) }; } };
    for (const step of steps) if (step > 1) break;
    const [one] = steps;
    request.params = { all: [...steps].join(), one, left: steps.left };
    return request;
  },
};
