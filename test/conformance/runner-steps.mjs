// What the platform around core and the runner does for each kind of step.

const trigger = "triggers.thing.operation";
const action = "creates.make.operation";
const search = "searches.find.operation";

/** By the kinds of scenario.ts: each gives what the simulator would show of it. */
export const steps = {
  async poll({ key = "thing", trigger_fields }, execute) {
    return { items: await execute(`triggers.${key}.operation.perform`, trigger_fields) };
  },

  async hook({ rawRequest, cleanedRequest, trigger_fields }, execute) {
    return { items: await execute(`${trigger}.perform`, trigger_fields, { rawRequest, cleanedRequest }) };
  },

  async subscription({ targetUrl, trigger_fields }, execute) {
    const subscribeData = await execute(`${trigger}.performSubscribe`, trigger_fields, { targetUrl });
    await execute(`${trigger}.performUnsubscribe`, trigger_fields, { targetUrl, subscribeData });
    return { subscribe_data: subscribeData };
  },

  async write({ action_fields }, execute) {
    return { result: await execute(`${action}.perform`, action_fields) };
  },

  async search({ search_fields, has_resource }, execute) {
    const items = await execute(`${search}.perform`, search_fields);
    const [found] = items;
    if (found === undefined || !has_resource) return { items, result: found };
    return { items, result: await execute(`${search}.performGet`, found) };
  },

  async custom_fields({ of, result, fields }, execute) {
    const operation = { trigger, action, search }[of];
    const isOutput = of === "trigger" || result;
    const found = await execute(`${operation}.${isOutput ? "outputFields" : "inputFields"}`, fields);
    // The fields that are declared stand before those that the runner has found.
    return { fields: found.filter(({ declared }) => !declared) };
  },

  async hydration(_, execute) {
    const [{ pointer }] = await execute(`${trigger}.perform`, {});
    const { type, bundle } = JSON.parse(/^hydrate\|\|\|(.*)\|\|\|hydrate$/s.exec(pointer)[1]);
    if (type === "file") throw new Error("Files go to the platform's store, which is not here.");
    return { result: await execute("hydrators.legacyMethodHydrator", bundle) };
  },

  async label(_, execute) {
    const test_result = await execute(`${trigger}.perform`, {});
    return { label: await execute("authentication.connectionLabel", test_result) };
  },
};
