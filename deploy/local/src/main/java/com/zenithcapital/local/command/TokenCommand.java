package com.zenithcapital.local.command;

import com.zenithcapital.local.stack.Stack;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "token",
        mixinStandardHelpOptions = true,
        description = "Prints a bearer token of a user, good for 15 minutes.")
final class TokenCommand implements Callable<Integer> {

    @Mixin
    private final HomeOption home = new HomeOption();

    @Parameters(paramLabel = "USER", description = "ana, eddie, ada, rhea or max.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private String user;

    @Override
    public Integer call() {
        System.out.println(Stack.lastAt(home.path()).token(user));
        return 0;
    }
}
