var base = 'https://m.example.com', // the base
    version = 'v1', /* version */
    Zap = {
      // polls
      new_mail_pre_poll: function (bundle) { bundle.request.url = base + '/' + version; return bundle.request; }
    }, // the Zap
    after = 1;
