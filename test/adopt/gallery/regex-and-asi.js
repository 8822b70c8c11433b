var re = /[,;}]/g, n = 0
function go(s) { return s.replace(re, '') }
var Zap = {
  ab_pre_poll: function (b) { b.request.url = go('a,b;c}') ; return b.request } /* x */, // y
  cd_pre_poll: function (b) { return b.request } // z
  , ef_pre_poll: go
  ,
}
;[1].forEach(function (x) { n = x })
