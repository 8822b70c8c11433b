/**
 * Names that read as if the platform called them, and what to do instead. Source: docs/platform.md, "Actions and
 * searches"; the archived documentation, "Search Fields (Custom)" and "Send to Action Endpoint URL in JSON body".
 */
export const notMethods: { readonly [name: string]: string } = {
  custom_result_search_fields:
    "The archived documentation misspells it: the platform calls `custom_search_result_fields`.",
  custom_result_action_fields: "The platform calls `custom_action_result_fields`.",
  custom_trigger_fields:
    "There is no full method for a trigger's custom fields: use `pre_custom_trigger_fields` and `post_custom_trigger_fields`.",
  post_unsubscribe: "Nothing runs after a Zap has unsubscribed.",
  post_oauthv2_refresh: "Nothing runs after a refresh: the answer is stored as it is.",
  oauthv2_token: "There is no full method for it: use `pre_oauthv2_token` and `post_oauthv2_token`.",
  get_connection_info: "The platform calls `get_connection_label`.",
  subscribe: "There is no full method for it: use `pre_subscribe` and `post_subscribe`.",
  unsubscribe: "There is no full method for it: use `pre_unsubscribe`.",
};
