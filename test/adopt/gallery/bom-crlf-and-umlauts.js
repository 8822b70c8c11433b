// Überschrift – tabs and CRLF
var Zap = {
	// größe: in Zeilen
	größe: 3, // drei
	"ticket_pre_poll": function (bundle) {
		var straße = "straße zwei";
		bundle.request.params = { q: straße, n: Zap.größe };
		return bundle.request;
	},

	/* quoted key */
	"ticket_post_poll" : function (bundle) {
		return JSON.parse(bundle.response.content);
	}
};
