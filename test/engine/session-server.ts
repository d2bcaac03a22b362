import { openOrigin } from '../sandbox/frame/origin';

/** A small API for SessionApi of the fixture: `POST /session` issues s1, s2, ...; `GET /account` takes `valid`. */
export async function startSessionServer() {
	const state = { issued: 0, valid: 's1', status: 200, account: 'open', calls: [] as string[] };
	const { url, close } = await openOrigin(0, (request, response) => {
		const authorization = request.headers.authorization ?? '';
		state.calls.push(`${request.method!} ${request.url!} ${authorization}`.trim());
		response.setHeader('Content-Type', 'application/json');
		if (request.url === '/session') {
			state.issued += 1;
			response.end(JSON.stringify({ session: `s${state.issued}` }));
			return;
		}
		response.statusCode = authorization === `Session ${state.valid}` ? state.status : 401;
		response.end(JSON.stringify({ state: { name: state.account } }));
	});
	return { state, baseUrl: url, close };
}
