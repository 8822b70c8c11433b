function answer(bundle) {
  return JSON.parse(bundle.response.content);
}
var authorised = function (bundle) {
  bundle.request.headers.Authorization = 'Bearer ' + bundle.auth_fields.token;
  return bundle.request;
};
var Zap = {
  new_deal_pre_poll: authorised,
  new_deal_post_poll: answer,
  // the same, for people
  new_person_pre_poll: authorised,
  new_person_post_poll: answer,
  pre_subscribe: function (bundle) { return { url: bundle.target_url, data: '{}' }; },
  pre_unsubscribe: function (bundle) { return { url: 'https://x.example/' + bundle.subscribe_data.id, method: 'DELETE' }; }
};
