// Zap without var, as CoffeeScript writes it, and helpers above.
function url(path) { return 'https://api.example.com/' + path; }

Zap = {
    new_lead_pre_poll: function(bundle) {
        bundle.request.url = url('leads');
        return bundle.request;
    },
    new_lead_post_poll: function(bundle) {
        return _.map(z.JSON.parse(bundle.response.content), function(lead) { return {id: lead.id, name: lead.title}; });
    }
};
