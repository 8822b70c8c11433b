export const app = {
  title: "Example",
  version: "1.2",
  test_trigger: "thing",
  auth: { type: "apikey", fields: [] },
};
