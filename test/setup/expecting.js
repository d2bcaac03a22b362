const { beforeEach, expect } = require('@jest/globals');

/** A loop that has nothing to go through asserts nothing, and looks green. */
beforeEach(() => expect.hasAssertions());
