/** Node's own `Date`, by which the built nodes and n8n's engine tell the time; jest's tests have one of their own. */
module.exports = Date;
