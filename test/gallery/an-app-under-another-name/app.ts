export default {
  title: "Example",
  version: "1.2.3",
};
