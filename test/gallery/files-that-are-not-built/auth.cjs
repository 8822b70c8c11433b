exports.get_session_info = function () {};
