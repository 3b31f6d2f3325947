// An OpenID provider on loopback whose people are told to it: node provider.mjs '{"port": …, "callback": …, "people": {…}}'
// Whoever signs in types their name; any password does. `lies` makes its tokens wrong in one way.
import { createServer } from "node:http";
import { Provider } from "oidc-provider";

const { port, callback, people, lifetime, lies } = JSON.parse(process.argv[2]);
const issuer = `http://localhost:${port}`;
const provider = new Provider(issuer, {
  clients: [{
    client_id: "hengyang", client_secret: "only-for-this-proof",
    redirect_uris: [callback], post_logout_redirect_uris: [callback],
  }],
  cookies: { keys: ["only-for-this-proof"] },
  claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["preferred_username"] },
  conformIdTokenClaims: false,
  features: { devInteractions: { enabled: true }, rpInitiatedLogout: { enabled: true } },
  interactions: { url: (_ctx, interaction) => `/interaction/${interaction.uid}` },
  ttl: { IdToken: lifetime, AccessToken: 600, AuthorizationCode: 60, Grant: 600, Interaction: 600, Session: 600 },
  pkce: { required: () => false },
  findAccount: (_ctx, id) => ({ accountId: id, claims: async () => ({ sub: id, ...people[id] }) }),
});
provider.on("server_error", (_ctx, error) => console.error(error));

// The token endpoint's answer, made wrong: signed for somebody else, or a signature that fits nothing.
const b64 = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");
if (lies === "signature") {
  provider.use(async (ctx, next) => {
    await next();
    if (ctx.path === "/token" && ctx.body?.id_token) {
      const [head, claims, signature] = ctx.body.id_token.split(".");
      const told = JSON.parse(Buffer.from(claims, "base64url"));
      ctx.body.id_token = [head, b64({ ...told, email: "li@example.org" }), signature].join(".");
    }
  });
}
if (lies === "audience") {
  const { IdToken } = provider;
  const issue = IdToken.prototype.issue;
  IdToken.prototype.issue = async function (...given) {
    this.client = Object.create(this.client, { clientId: { value: "another-app" } });
    return issue.apply(this, given);
  };
}
createServer(provider.callback()).listen(port, "localhost", () => console.log("ready"));
