import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';

import { createRedactor } from '../../../connector/errors';

const SECRET = 'y0_Ag/AB+C d="é"\\!~';

describe('createRedactor', () => {
	it.each([
		['as it is', SECRET],
		['URL-encoded', encodeURIComponent(SECRET)],
		[
			'URL-encoded in small letters',
			encodeURIComponent(SECRET).replace(/%../g, (code) => code.toLowerCase()),
		],
		['in a query', new URLSearchParams({ q: SECRET }).toString().slice(2)],
		['in base64', Buffer.from(SECRET).toString('base64')],
		['in base64 without padding', Buffer.from(SECRET).toString('base64').replace(/=+$/, '')],
		['in base64url', Buffer.from(SECRET).toString('base64url')],
		['inside JSON', JSON.stringify(SECRET).slice(1, -1)],
		['inside JSON with slashes masked', JSON.stringify(SECRET).slice(1, -1).replaceAll('/', '\\/')],
	])('masks a given secret %s', (_name, form) => {
		expect(createRedactor([SECRET])(`before ${form} after ${form}.`)).toMatch(
			/^before \*\*\*=* after \*\*\*=*\.$/,
		);
	});

	it.each([
		[
			'every one of several secrets, the longest first',
			['abcd', 'abcdefgh', 'other'],
			'abcdefgh abcd other',
			'*** *** ***',
		],
		['what its own masks have joined to a secret', ['abcd', '****'], '*abcd', '***'],
		['a secret that is no well-formed text', ['\ud800abcd'], 'x \ud800abcd', 'x ***'],
	])('masks %s', (_name, secrets, text, clean) => {
		expect(createRedactor(secrets)(text)).toBe(clean);
	});

	// Every byte that base64 and base64url write in another way, at each of the three places within a group.
	it.each(
		['', 'a', 'ab'].flatMap((before) => ['~~~', '???', 'ÿÿ', '>>?'].map((odd) => `${before}${odd}-key`)),
	)('masks both alphabets of base64: %s', (secret) => {
		const [one, other] = (['base64', 'base64url'] as const).map((form) => Buffer.from(secret).toString(form));
		const redact = createRedactor([secret]);
		expect(redact(`x ${one!.replace(/=+$/, '')} x`)).toBe('x *** x');
		expect(redact(`x ${other!} x`)).toBe('x *** x');
	});

	it.each([
		[['ab***cd', 'wxyz'], 'abwxyzcd'],
		[['wxyz', 'ab***cd'], 'abwxyzcd'],
		[['***cd', 'wxyz', 'ab***'], 'abwxyzcd'],
		[['***cd', 'ab***', 'wxyz'], 'abwxyzcd'],
		[['x***', '***'.padEnd(6, 'y'), 'token123'], 'xtoken123yyy'],
	])('masks what a mask has made a secret of, whatever the order of %j', (secrets, text) => {
		const clean = createRedactor(secrets)(text);
		for (const secret of secrets) expect(clean).not.toContain(secret);
	});

	it('leaves what is shorter than four characters, and texts without secrets', () => {
		const redact = createRedactor(['', '12', '123', 'secret']);
		const text = 'Project 123 has 12 campaigns; see https://target.my.com/help?page=1.';
		expect(redact(text)).toBe(text);
	});

	it.each([
		['Authorization: Bearer abc.DEF-123', 'DEF'],
		['authorization: OAuth y0_AgAAAA', 'y0_'],
		['"Authorization":"Basic dXNlcjpwYXNz"', 'dXNl'],
		['bearer   tok.en_~+/=1', 'tok'],
		['access_token=abc123&x=1', 'abc123'],
		["client_secret: 'abc123'", 'abc123'],
		['{"refresh_token": "abc123"}', 'abc123'],
		['{\\"access_token\\":\\"abc123\\"}', 'abc123'],
		['{"accessToken":"abc123","clientSecret":"abc123"}', 'abc123'],
		['token=abc123', 'abc123'],
		['token: abc123', 'abc123'],
		['token=secretword', 'secretword'],
		['"token": "secretword"', 'secretword'],
		['token: secretwordofmanyletters', 'secretword'],
		['https://user:abc123@proxy.example:3128', 'abc123'],
		['https://s3.example/b/f.csv?X-Amz-Credential=AKIA&X-Amz-Signature=abc123', 'abc123'],
		['(https://storage.googleapis.com/f?Expires=1&Signature=abc123)', 'abc123'],
		['https://blob.example/f?sv=2020&sig=abc123%3D&se=1', 'abc123'],
		['"url":"https:\\/\\/s3.example\\/f?X-Amz-Signature=abc123"', 'abc123'],
	])('masks what looks like a credential: %s', (text, secret) => {
		const clean = createRedactor([])(`It said ${text} to us`);
		expect(clean).not.toContain(secret);
		expect(clean).toMatch(/^It said .*\*\*\*.* to us$/);
	});

	it.each(['{"headers":{"X-Api-Key":"k-1234"}}', 'x-api-key: k-1234'])(
		'masks a header that it is told of: %s',
		(text) => {
			expect(createRedactor([], ['X-API-Key'])(text)).toBe(text.replace('k-1234', '***'));
			expect(createRedactor([], ['X.API+Key'])(text)).toBe(text);
		},
	);

	it('takes the name of a header as it is written', () => {
		expect(createRedactor([])('Authorization: k-1234')).toBe('Authorization: ***');
		const redact = createRedactor([], ['X.Key']);
		expect(redact('X.Key: k-1234')).toBe('X.Key: ***');
		expect(redact('X-Key: k-1234')).toBe('X-Key: k-1234');
	});

	it('leaves a text of 30,000 characters whole', () => {
		const text = 'field '.repeat(5000);
		expect(createRedactor([])(text)).toBe(text);
		expect(createRedactor([])(`${text}x`)).toMatch(/ … .*x$/);
	});

	it('keeps the address of a pre-signed URL, which helps to find the cause', () => {
		const clean = createRedactor([])('GET https://s3.example/b/f.csv?X-Amz-Signature=abc gave 403');
		expect(clean).toBe('GET https://s3.example/b/f.csv?*** gave 403');
	});

	it('cuts out of the middle of a text that nobody would read, behind the masking', () => {
		const clean = createRedactor([SECRET])(`It said ${'field '.repeat(50_000)}${SECRET} Look at it.`);
		expect(clean.length).toBeLessThanOrEqual(30_000);
		expect(clean).toMatch(/^It said field field .* … .* \*\*\* Look at it\.$/);
		expect(createRedactor([SECRET])(clean)).toBe(clean);
	});

	it('leaves the ids of a thousand orders in a message', () => {
		const ids = Array.from({ length: 1000 }, (_none, index) => `5d6015092f1e4409e4e3${1000 + index}`).join(
			', ',
		);
		expect(createRedactor([SECRET])(`Ordered before: ${ids}.`)).toBe(`Ordered before: ${ids}.`);
	});

	it.each([
		'Somebody gave no access token: Unknown client id (invalid_client, 401).',
		'Нет token: неизвестный клиент',
		'The token: none.',
		'The OAuth token has expired.',
		'Bearer token required',
		'Basic statistics: 5 rows',
		'Invalid token',
	])('leaves words about credentials readable: %s', (text) => {
		expect(createRedactor([])(text)).toBe(text);
	});

	it.each([
		['as it is', 'y0_AgAA+cr/et-an'],
		['URL-encoded', 'y0_AgAA%2Bcr%2'],
		['in base64', Buffer.from('y0_AgAA+cr/et').toString('base64').slice(0, 12)],
	])('masks what a cut has left of a secret %s', (_form, left) => {
		expect(createRedactor(['y0_AgAA+cr/et-and-more'])(`answered: ${left}x (400)`)).toBe(
			'answered: ***x (400)',
		);
	});

	it('takes the longest of several secrets that begin alike', () => {
		const redact = createRedactor(['y0_AgAA-1-one-and-more', 'y0_AgAA-1-two-and-more']);

		expect(redact('first y0_AgAA-1-one-and, then y0_AgAA-1-two')).toBe('first ***, then ***');
	});

	it('gives the same text when it is asked twice', () => {
		const redact = createRedactor([SECRET]);
		const once = redact(`Authorization: Bearer ${SECRET} https://x.example/f?sig=1`);
		expect(redact(once)).toBe(once);
	});

	it('leaves no secret of four characters or more in any text', () => {
		const character = fc.constantFrom(...Array.from('ab* "\\/é🙂\ud800:'), 'bearer ');
		const secret = fc.oneof(
			fc.string({ unit: character, minLength: 4, maxLength: 8 }),
			fc.string({ unit: 'binary', minLength: 4, maxLength: 12 }),
		);
		const input = fc.array(secret, { minLength: 1, maxLength: 4 }).chain((secrets) =>
			fc.record({
				secrets: fc.constant(secrets),
				text: fc
					.array(
						fc.oneof(
							fc.constantFrom(...secrets),
							fc.constantFrom(...secrets).map((one) => JSON.stringify({ token: one })),
							fc.string({ unit: character }),
						),
						{ maxLength: 8 },
					)
					.map((parts) => parts.join('')),
			}),
		);
		fc.assert(
			fc.property(input, ({ secrets, text }) => {
				const clean = createRedactor(secrets)(text);
				for (const secret of secrets) expect(clean.includes(secret)).toBe(false);
			}),
			{ numRuns: 800 },
		);
	});
});
