var Zap = {
  base: 'https://api.example.com',
  led_pre_poll: function (bundle) { bundle.request.url = full; return bundle.request; }
};
var full = Zap.base + '/leds';
