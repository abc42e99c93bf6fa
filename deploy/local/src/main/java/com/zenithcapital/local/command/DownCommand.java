package com.zenithcapital.local.command;

import com.zenithcapital.local.stack.Stack;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "down",
        mixinStandardHelpOptions = true,
        description = "Stops everything, whoever started it. State is kept.")
final class DownCommand implements Callable<Integer> {

    @Mixin
    private final HomeOption home = new HomeOption();

    @Override
    public Integer call() {
        Stack.lastAt(home.path()).down(new Terminal(System.out));
        System.out.println("Nothing runs any more.");
        return 0;
    }
}
