// Counts page views, downloads and what the site names itself, without a cookie and without storage.
// Served with these comments and all indentation taken out; statements therefore end with their line.
(function (w, d, n, l) {
  // The page asked not to be followed: nothing is sent, not even that.
  var silent = n.globalPrivacyControl || n.doNotTrack == 1 || w.doNotTrack == 1,
    // This script's own address, without its name, takes the events.
    to = d.currentScript.src.replace(/\/zenith\.js.*/, ''),
    early = (w.zenith || {}).q || [],
    queue = [],
    before = d.referrer,
    timer,
    last;

  // Not there but on https and localhost; the service gives an id then.
  function id() {
    return crypto.randomUUID && crypto.randomUUID()
  }

  function here() {
    return (l.origin + l.pathname + l.search).slice(0, 2048)
  }

  // A site of pages that one document shows sets the title after the address: it is read as late as can be.
  function flush() {
    timer = clearTimeout(timer)
    queue.forEach(function (e) {
      if (e.url == here()) e.title = d.title
    })
    while (queue[0]) {
      var body = JSON.stringify(queue.splice(0, 9))
      if (!n.sendBeacon || !n.sendBeacon(to, body))
        fetch(to, { method: 'POST', body: body, keepalive: true }).catch(function () {})
    }
  }

  function track(name, props) {
    if (silent) return
    queue.push({ id: id(), name: name, url: here(), referrer: before, title: d.title, screen: screen.width, props: props })
    timer = timer || setTimeout(flush, 800)
  }

  function view() {
    if (last == l.pathname) return
    if (last) before = l.origin + last
    last = l.pathname
    track('pageview')
  }

  function click(e) {
    // Not the menu.
    if (e.button > 1) return
    var a = e.target.closest && e.target.closest('a[href]'),
      path = (a && a.pathname) || ''
    // What the model service delivers it counts itself.
    if (
      path && path.indexOf('/api/v1/models/') &&
      (a.hasAttribute('download') || /\.(pdf|xls[xmb]?|csv|docx?|pptx?|od[stp]|zip|7z|gz|tar|rar|txt|mp[34]|epub)$/i.test(path))
    )
      track('download', { file: path.slice(0, 500) })
  }

  ;['pushState', 'replaceState'].forEach(function (way) {
    var go = history[way]
    history[way] = function () {
      go.apply(this, arguments)
      view()
    }
  })
  w.zenith = track
  w.addEventListener('popstate', view)
  w.addEventListener('pagehide', flush)
  // Back from the browser's cache: the page is seen again.
  w.addEventListener('pageshow', function (e) {
    if (e.persisted) {
      last = 0
      view()
    }
  })
  d.addEventListener('visibilitychange', function () {
    if (d.visibilityState == 'hidden') flush()
  })
  d.addEventListener('click', click, true)
  d.addEventListener('auxclick', click, true)
  view()
  early.forEach(function (call) {
    track(call[0], call[1])
  })
})(window, document, navigator, location)
