/**
 * Has Node set the agent of its own fetch. undici sets its own where nobody has yet, and would rule every `fetch` of the
 * process; so this is imported before undici.
 */
Reflect.get(globalThis, 'Response');
