// It needs the built-ins of today's Node.js, and ES5 has no syntax for some of what it does.
class Items extends Array {
  first() { return this[0]; }
  static get [Symbol.species]() { return Array; }
}
class Registry extends Map {
  getOr(key, otherwise) { return this.has(key) ? super.get(key) : otherwise; }
}
class ApiError extends Error {
  status;
  constructor(message, { status = 500, ...rest } = {}) {
    super(message);
    this.name = new.target.name;
    Object.assign(this, { status }, rest);
  }
}
const total = (...amounts) => amounts.reduce((sum, it) => sum + BigInt(it), 0n);

const Zap = {
  item_post_poll({ response: { content, status_code: status } }) {
    const dated = /(?<year>\d{4})-(?<month>\d\d)/u;
    return z.JSON.parse(content).map((row, i) => {
      const { groups: { year, month } = {} } = dated.exec(row?.date ?? '2020-01-02') ?? {};
      return { id: row?.id ?? i, year, month, power: 2 ** i, total: String(total(1, 9_007_199_254n)), status };
    });
  },
  item_pre_poll(bundle) {
    const registry = new Registry([['x', 1]]);
    const items = Items.from([3, 4]);
    bundle.request.params = {
      x: registry.getOr('x', 0), y: registry.getOr('y', 'none'), first: items.first(), isItems: items instanceof Items,
      plain: items.map((it) => it * 2) instanceof Items,
    };
    return bundle.request;
  },
  list_pre_write(bundle) {
    try {
      throw new ApiError(`bad ${bundle.action_fields.title}`, { status: 404, extra: 1 });
    } catch ({ name, message, ...own }) {
      bundle.request.data = JSON.stringify({ name, message, own });
    }
    return bundle.request;
  },
};
