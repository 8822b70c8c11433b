/** A script of about this many lines, in the style of 2014: helpers, triggers, actions and searches with comments. */
export function largeScript(lines: number): string {
  const blocks = Array.from({ length: Math.ceil(lines / LINES_OF_A_STEP) }, (_, index) => step(index));
  return `${head}\nvar Zap = {\n${blocks.join(",\n\n")}\n};\n`;
}

const head = `var API = 'https://api.example.com/v2'; // no slash at the end
var PAGE = 50;

/** Parses an answer, or throws what the API says. */
function parsed(response) {
    var data = JSON.parse(response.content);
    if (data.error) {
        throw new ErrorException(data.error);
    }
    return data;
}

var authorised = function (bundle) {
    bundle.request.headers['X-Key'] = bundle.auth_fields.api_key;
    return bundle.request;
};
`;

const LINES_OF_A_STEP = 30;

function step(index: number): string {
  return `    // --- Record ${index} ---

    /*
     * Polls the records of kind ${index}.
     */
    record_${index}_pre_poll: function (bundle) {
        bundle.request.url = API + '/records/${index}?limit=' + PAGE;
        bundle.request.params = { queue: bundle.trigger_fields.queue_${index} };
        return authorised(bundle);
    },

    record_${index}_post_poll: function (bundle) {
        var i, item, results = [], data = parsed(bundle.response);
        for (i = 0; i < data.length; i++) {
            item = data[i];
            results.push({ id: item.id, name: item.title, kind: ${index} }); // flat
        }
        return results;
    },

    // Creates one.
    create_${index}_pre_write: function (bundle) {
        var data = _.extend({ kind: ${index} }, bundle.action_fields);
        bundle.request.data = JSON.stringify(data);
        return bundle.request;
    },

    find_${index}_search: function (bundle) {
        return [{ id: ${index}, query: bundle.search_fields.query }];
    }`;
}
